import { memberBatchMs, spectatorBatchMs } from '../../../shared/room/rates.ts';

/** A room's clock, in ms: it never goes back. */
export const present = (): number => performance.now();

export const beatsPerSecond = 1000 / memberBatchMs;
/** Who watches is told at each of so many. */
export const beatsOfSpectators = Math.round(spectatorBatchMs / memberBatchMs);

/** A commit that is begun so long before a beat is as a rule done by then. */
const commitMs = 12;

/** In how many ms to begin a commit that is to be told at a beat, `sinceBeatMs` after the last one. */
export function untilCommitMs(sinceBeatMs: number): number {
  const untilBeatMs = memberBatchMs - (sinceBeatMs % memberBatchMs);
  return untilBeatMs >= commitMs ? untilBeatMs - commitMs : untilBeatMs + memberBatchMs - commitMs;
}
