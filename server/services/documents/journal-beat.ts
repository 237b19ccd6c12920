import { memberBatchMs } from '../../../shared/room/rates.ts';

/**
 * The beat of a process: all its rooms send their batches at the same times, so that one commit shortly before serves them all. It is that
 * of the clock, which needs no one to keep it.
 */
const beatMs = memberBatchMs;

/** A commit that begins this long before a beat is usually done by then. */
const commitMs = 12;
/** Edits are to wait for the commit this long before it begins: timers are late by less. */
const handOverMs = 4;

/** Returns the time of the first beat after a given time. */
export const nextBeatMs = (nowMs: number): number => (Math.floor(nowMs / beatMs) + 1) * beatMs;

const untilBefore = (nowMs: number, aheadMs: number) => nextBeatMs(nowMs + aheadMs) - aheadMs - nowMs;

/** Returns the ms until the next commit may begin, if the last one began at `begunMs`: none after a pause, otherwise until it is due. */
export const untilCommitMs = (nowMs: number, begunMs: number): number => (nowMs - begunMs >= beatMs ? 0 : untilBefore(nowMs, commitMs));

/** Returns the ms until edits of a room should be handed over for the next shared commit. */
export const untilHandOverMs = (nowMs: number): number => untilBefore(nowMs, commitMs + handOverMs);
