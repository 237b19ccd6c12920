import type { Pace } from './token-bucket.ts';

/** How much a connection may send: so much at once, and so much more each second. Most messages count as one. */
export const messageBudget = { burst: 600, perSecond: 150 } as const satisfies Pace;

/** What a page itself sends of edits. With its cursor it stays within the budget, also where a line that was held up lets all go at once. */
export const editPace = { burst: 60, perSecond: 90 } as const satisfies Pace;

/** Members are told what happened this often. */
export const memberBatchMs = 50;
/** Who only watches is told half as often: there may be hundreds of them, and none of them waits for an answer. */
export const spectatorBatchMs = 100;

/** Who needs more than this to hear in time is behind the others alone. */
export const mostDelayMs = 400;

/** How many may be in a room at once. Who watches takes no place of who plays. */
export const mostPlayers = 200;
export const mostSpectators = 2000;

/** Among more than so many, cursors move at the pace at which spectators are told: each write to each of them costs a call of the system. */
export const crowdSize = 50;
