import type { Pace } from './token-bucket.ts';

/** Limits of what a connection may send: a burst, and a rate in the long run. Most messages count as one. */
export const messageBudget = { burst: 600, perSecond: 150 } as const satisfies Pace;

/** The pace at which a page sends edits. With its cursor it stays within the budget, also when a delayed connection lets all go at once. */
export const editPace = { burst: 60, perSecond: 90 } as const satisfies Pace;

/** Members are told what happened this often. */
export const memberBatchMs = 50;
/** Interval for spectators, half as frequent: there may be hundreds of them, and none of them waits for an answer. */
export const spectatorBatchMs = 100;

/** The largest delay that players share; a member who needs more to hear in time is late alone. */
export const mostDelayMs = 400;

/** The most members of a room. Spectators take no seats of players. */
export const mostPlayers = 200;
export const mostSpectators = 2000;

/** Among more than so many, cursors move at the pace at which spectators are told: each write to each of them costs a call of the system. */
export const crowdSize = 50;
