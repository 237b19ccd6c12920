import type { Pace } from './token-bucket.ts';

/** Limits of the messages of a connection: a burst, and a rate in the long run. Most messages count as one. */
export const messageBudget = { burst: 600, perSecond: 150 } as const satisfies Pace;

/**
 * The rate at which a page sends edits. With its cursor it stays within the budget, also when a delayed connection delivers everything at
 * once.
 */
export const editPace = { burst: 60, perSecond: 90 } as const satisfies Pace;

/** Interval of the batches to members. */
export const memberBatchMs = 50;
/** Interval for spectators, half as frequent: there may be hundreds of them, and none of them waits for an answer. */
export const spectatorBatchMs = 100;

/** The largest delay that members who play share; a member who needs more is late alone. */
export const maxDelayMs = 400;

/** The most members of a room. Spectators take no seats of members. */
export const maxPlayers = 200;
export const maxSpectators = 2000;

/** In a room with more members than this, cursors move at the interval of spectators: each write to each member costs a system call. */
export const crowdSize = 50;
