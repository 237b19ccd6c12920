import { ticksPerSecond } from '../../../shared/simulation/world.ts';

/**
 * The tick grid on the audio clock. Notes come with the moment at which the page's clock thinks their tick is due, which
 * wavers by some ms; what is heard is a grid that stands still. It moves at once where it must (a jump in time, notes that
 * came too late), and otherwise so slowly that nobody hears it.
 */
export interface AudioTimeline {
  /** Notes one reading of both clocks: ms of the page, seconds of the audio context. */
  observe(pageMs: number, audioSeconds: number): void;
  /**
   * Audio time in seconds of what lies `lateTicks`, 0..1, before a tick. `dueMs`: when the tick is due on the page's clock.
   * Where that is too soon to be scheduled, the grid moves on, and with it the look-ahead.
   */
  place(tick: number, lateTicks: number, dueMs: number): number;
  /** Distance between a tick's due moment and its sound: covers timers that are late and a busy main thread. */
  readonly lookAheadSeconds: number;
}

export const shortestLookAhead = 0.12;
export const longestLookAhead = 1;
/** Readings of the clocks that are remembered, and a step back after which they count for nothing: the audio clock stood still. */
const readingsKept = 64;
const stoodStillSeconds = 0.1;
/** The least time between scheduling a note and its onset. */
const safetySeconds = 0.012;
/** What is left over when the look-ahead grows; where twice as much was left over all the time, it shrinks. */
const reserveSeconds = 0.03;
/** Beyond this the grid jumps: the universe was paused, or went elsewhere in time. */
const jumpSeconds = 0.25;
/** Within this the grid stands still; beyond, it drifts towards where it should be, in seconds a second. */
const stillSeconds = 0.02;
const drift = 0.002;
/** How long it is watched before it shrinks, by no more than the grid drifts meanwhile. */
const watchedSeconds = 10;

export function createAudioTimeline(): AudioTimeline {
  let differences: number[] = [];
  let audioNow = 0;
  /** Audio time of tick 0. */
  let origin: number | null = null;
  let placedAt = 0;
  let lookAhead = shortestLookAhead;
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
      const more = Math.min(longestLookAhead - lookAhead, reserveSeconds - spare);
      lookAhead += more;
      watch = { since: audioNow, leastSpare: Number.POSITIVE_INFINITY };
      return more;
    }
    if (audioNow - watch.since > watchedSeconds) {
      const less = Math.min(drift * watchedSeconds, watch.leastSpare - 2 * reserveSeconds);
      lookAhead = Math.max(shortestLookAhead, lookAhead - Math.max(0, less));
      watch = { since: audioNow, leastSpare: Number.POSITIVE_INFINITY };
    }
    return 0;
  };

  return {
    observe(pageMs, audioSeconds) {
      // The audio clock is read in steps of a render quantum and late: the largest difference seen lately is the truest.
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
