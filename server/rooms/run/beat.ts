import { memberBatchMs, spectatorBatchMs } from '../../../shared/room/rates.ts';
import { ticksPerSecond } from '../../../shared/simulation/world.ts';

/** Returns the time of a room's clock, in ms: it is monotonic. */
export const present = (): number => performance.now();

export const beatsPerSecond = 1000 / memberBatchMs;
/** Spectators get every n-th batch. */
export const beatsOfSpectators = Math.round(spectatorBatchMs / memberBatchMs);

/** Returns the seconds by which a batch is late that confirms the ticks since `confirmedTick`, in a run that is `elapsedMs` old. */
export function lagOf(elapsedMs: number, confirmedTick: number): number {
  return Math.max(0, elapsedMs / 1000 - confirmedTick / ticksPerSecond - memberBatchMs / 1000);
}

/** A commit that begins this long before a batch is usually done by then. */
const commitMs = 12;

/** Returns the ms until a commit should begin that is to be in a batch, `sinceBeatMs` after the last one. */
export function untilCommitMs(sinceBeatMs: number): number {
  const untilBeatMs = memberBatchMs - (sinceBeatMs % memberBatchMs);
  return untilBeatMs >= commitMs ? untilBeatMs - commitMs : untilBeatMs + memberBatchMs - commitMs;
}
