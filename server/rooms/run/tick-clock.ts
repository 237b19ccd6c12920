import { ticksPerSecond } from '../../../shared/simulation/world.ts';

/** Longest interval that counts: in a longer one, the machine slept or the process was suspended. */
const maxStretchMs = 1000;

/** Counts the ticks of a run by a monotonic clock, without drift. */
export interface TickClock {
  /** Returns whole ticks since the run began. */
  tick(): number;
  /** Returns the same in ms, with the fraction of the next tick. */
  elapsedMs(): number;
  readonly running: boolean;
  setRunning(running: boolean): void;
}

/** Creates a stopped clock. nowMs: a monotonic clock, read at least every second while it runs. */
export function createTickClock(nowMs: () => number): TickClock {
  let elapsedMs = 0;
  let lastMs = nowMs();
  let running = false;
  const advance = () => {
    const presentMs = nowMs();
    if (running) elapsedMs += Math.min(presentMs - lastMs, maxStretchMs);
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
