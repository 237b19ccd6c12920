import { ticksPerSecond } from '../../../shared/simulation/world.ts';

/** A stretch longer than this was no stretch of play: the machine slept, or the process was held up. */
const longestStretchMs = 1000;

/** Counts ticks of a run from a monotonic clock, without drift. */
export interface TickClock {
  /** Whole ticks since the run began. */
  tick(): number;
  /** The same in ms, with what has passed of the next tick. */
  elapsedMs(): number;
  readonly running: boolean;
  setRunning(running: boolean): void;
}

/** nowMs: a monotonic clock, read at least every second while it runs. */
export function createTickClock(nowMs: () => number): TickClock {
  let elapsedMs = 0;
  let lastMs = nowMs();
  let running = false;
  const advance = () => {
    const presentMs = nowMs();
    if (running) elapsedMs += Math.min(presentMs - lastMs, longestStretchMs);
    lastMs = presentMs;
  };
  return {
    tick() {
      advance();
      return Math.floor((elapsedMs * ticksPerSecond) / 1000);
    },
    elapsedMs() {
      advance();
      return elapsedMs;
    },
    get running() {
      return running;
    },
    setRunning(next) {
      advance();
      running = next;
    },
  };
}
