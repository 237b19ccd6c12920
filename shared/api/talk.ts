import { registry } from '../parameters/index.ts';
import { storyLimits } from '../universe/index.ts';

const reach = registry.physics.boundsSize.max;

/** What may be said of a universe. Contract, columns and inputs take their ranges from here; lengths are in characters. */
export const commentLimits = {
  text: { min: 1, max: 2000 },
  /** Where in the scene a comment may stand, in m: as far as the widest bounds reach. */
  place: { min: -reach, max: reach },
  /** When in the run. */
  tick: { min: 0, max: 2 ** 31 - 1 },
  /** When in the storyboard that is on stage. */
  storySeconds: { min: 0, max: storyLimits.duration.max },
  perUniverse: { min: 0, max: 5000 },
  repliesPerThread: { max: 100 },
  page: { min: 1, max: 50, default: 20 },
} as const;

/** For how long a comment that was deleted can be taken back. */
export const commentUndoMinutes = 60;

/** Threads that are asked for: all of them, or those that nobody has resolved. */
export const threadChoices = ['open', 'all'] as const;
export type ThreadChoice = (typeof threadChoices)[number];

/** Of a universe that a collaborator can only copy any more: its owner has deleted it, or their account. It may be gone itself by then. */
export const lossKinds = ['deleted', 'owner-left'] as const;
export type LossKind = (typeof lossKinds)[number];

/**
 * What people are told of: comments and reviews of what is theirs, replies, who joins, what they are given, who likes it, and what they
 * took part in that is deleted.
 */
export const notificationKinds = ['comment', 'reply', 'joined', 'review', 'transferred', 'favourite', ...lossKinds] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const notificationLimits = { page: { min: 1, max: 50, default: 20 }, days: 90 } as const;

/** What one may note of a universe for oneself. */
export const noteLimits = { text: { min: 1, max: 2000 } } as const;

/** How universes are rated, and what may be said with it. */
export const reviewLimits = {
  stars: { min: 1, max: 5 },
  text: { min: 0, max: 2000 },
  page: { min: 1, max: 50, default: 20 },
} as const;
