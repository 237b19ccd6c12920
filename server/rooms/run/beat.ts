import { memberBatchMs, spectatorBatchMs } from '../../../shared/room/rates.ts';
import { nextBeatMs } from '../../services/documents/journal-beat.ts';
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

/** Calls back at each beat of the process. @returns a function that ends it */
export function followBeat(beat: () => void): () => void {
  let timer: NodeJS.Timeout;
  let dueMs = 0;
  const wait = () => {
    const nowMs = present();
    // A timer may be early by a fraction of a millisecond: the beat that it was for has been.
    dueMs = nextBeatMs(Math.max(nowMs, dueMs));
    timer = setTimeout(() => {
      wait();
      beat();
    }, dueMs - nowMs);
  };
  wait();
  return () => clearTimeout(timer);
}
