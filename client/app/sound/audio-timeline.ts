import { ticksPerSecond } from '../../../shared/simulation/world.ts';

/**
 * The tick grid on the audio clock. Notes arrive with the due time of their tick on the page's clock, which fluctuates by some ms; the
 * audible grid is steady. It jumps where it must (a jump in time, notes that were too late), and otherwise moves too slowly to be heard.
 */
export interface AudioTimeline {
  /** Records a reading of both clocks: ms of the page, seconds of the audio context. */
  observe(pageMs: number, audioSeconds: number): void;
  /**
   * Returns the audio time in seconds of an event `lateTicks`, −2..1, before a tick. `dueMs`: when the tick is due on the page's clock. If
   * that is too soon to be scheduled, the grid shifts, and the look-ahead grows with it.
   */
  place(tick: number, lateTicks: number, dueMs: number): number;
  /** Time from a tick's due time to its sound: covers late timers and a busy main thread. */
  readonly lookAheadSeconds: number;
}

export const minLookAhead = 0.12;
export const maxLookAhead = 1;
/** Readings of the clocks that are kept, and the step back that discards them: the audio clock stood still. */
const readingsKept = 64;
const stoodStillSeconds = 0.1;
/** Minimum time between scheduling a note and its onset. */
const safetySeconds = 0.012;
/** Reserve after the look-ahead grows; if twice as much was always left, it shrinks. */
const reserveSeconds = 0.03;
/** Error beyond which the grid jumps: the universe was paused, or jumped in time. */
const jumpSeconds = 0.25;
/** Error within which the grid stands still; beyond, it drifts to its target, in seconds per second. */
const stillSeconds = 0.02;
const drift = 0.002;
/** Observation time before it shrinks, by no more than the grid drifts meanwhile. */
const watchedSeconds = 10;

export function createAudioTimeline(): AudioTimeline {
  let differences: number[] = [];
  let audioNow = 0;
  /** Audio time of tick 0. */
  let origin: number | null = null;
  let placedAt = 0;
  let lookAhead = minLookAhead;
  let watch = { since: 0, leastSpare: Number.POSITIVE_INFINITY };

  const settle = (wanted: number, seconds: number): number => {
    if (origin === null) return wanted;
    const off = wanted - origin;
    if (Math.abs(off) > jumpSeconds) return wanted;
    if (Math.abs(off) < stillSeconds) return origin;
    return origin + Math.max(-drift * seconds, Math.min(drift * seconds, off));
  };

  const adapt = (spare: number) => {
    watch.leastSpare = Math.min(watch.leastSpare, spare);
    if (spare < 0) {
      const more = Math.min(maxLookAhead - lookAhead, reserveSeconds - spare);
      lookAhead += more;
      watch = { since: audioNow, leastSpare: Number.POSITIVE_INFINITY };
      return more;
    }
    if (audioNow - watch.since > watchedSeconds) {
      const less = Math.min(drift * watchedSeconds, watch.leastSpare - 2 * reserveSeconds);
      lookAhead = Math.max(minLookAhead, lookAhead - Math.max(0, less));
      watch = { since: audioNow, leastSpare: Number.POSITIVE_INFINITY };
    }
    return 0;
  };

  return {
    observe(pageMs, audioSeconds) {
      // The audio clock advances in steps of a render quantum and is read late: the largest recent difference is the most accurate.
      const difference = audioSeconds - pageMs / 1000;
      if (difference < Math.max(...differences) - stoodStillSeconds) differences = [];
      differences.push(difference);
      if (differences.length > readingsKept) differences.shift();
      audioNow = audioSeconds;
    },
    place(tick, lateTicks, dueMs) {
      const seconds = Math.max(0, Math.min(1, audioNow - placedAt));
      placedAt = audioNow;
      const due = dueMs / 1000 + Math.max(...differences) - tick / ticksPerSecond;
      origin = settle(due + lookAhead, seconds);
      const place = (tick - lateTicks) / ticksPerSecond;
      origin += adapt(origin + place - audioNow - safetySeconds);
      return origin + place;
    },
    get lookAheadSeconds() {
      return lookAhead;
    },
  };
}
