import { registry } from '../../parameters/index.ts';
import { storyboardContentLimits } from '../../universe/index.ts';

const reach = registry.physics.boundsSize.max;

/** Limits of comments. Contract, columns and inputs take their ranges from here; lengths are in characters. */
export const commentLimits = {
  text: { min: 1, max: 2000 },
  /** Places in the scene, in m: as far as the widest bounds reach. */
  place: { min: -reach, max: reach },
  /** Ticks of the run. */
  tick: { min: 0, max: 2 ** 31 - 1 },
  /** Times of the storyboard on stage. */
  storySeconds: { min: 0, max: storyboardContentLimits.duration.max },
  perUniverse: { min: 0, max: 5000 },
  repliesPerThread: { max: 100 },
  page: { min: 1, max: 50, default: 20 },
} as const;

/** Minutes for which a deleted comment can be restored. */
export const commentUndoMinutes = 60;

/** Threads that a request selects: all of them, or the unresolved ones. */
export const threadChoices = ['open', 'all'] as const;
export type ThreadChoice = (typeof threadChoices)[number];

/**
 * Kinds of loss of a universe that a collaborator can only copy: its owner has deleted it, or their account. It may be deleted itself by
 * then.
 */
export const lossKinds = ['deleted', 'owner-left'] as const;
export type LossKind = (typeof lossKinds)[number];

/**
 * Kinds of notifications: comments and reviews, replies, new collaborators, transfers, favourites, and deletions of universes that the
 * user took part in.
 */
export const notificationKinds = ['comment', 'reply', 'joined', 'review', 'transferred', 'favourite', ...lossKinds] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const notificationLimits = { page: { min: 1, max: 50, default: 20 }, days: 90 } as const;

/** Limits of a private note. */
export const privateNoteLimits = { text: { min: 1, max: 2000 } } as const;

/** Limits of a review. */
export const reviewLimits = {
  stars: { min: 1, max: 5 },
  text: { min: 0, max: 2000 },
  page: { min: 1, max: 50, default: 20 },
} as const;
