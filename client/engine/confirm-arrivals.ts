import { ticksPerSecond } from '../../shared/simulation/world.ts';

const tickMs = 1000 / ticksPerSecond;
const marginMs = 10;
const arrivalsKept = 200;
const maxNeedMs = 500;
const relaxMs = 40;

/** The need is rounded up to such steps, and falls only by more than a few: not every arrival changes it. */
export const delayStepMs = 10;

/** A confirmation as it arrived. */
interface Arrival {
  atMs: number;
  /** The tick that was confirmed until then: the playhead may be there when this one arrives, and no further. */
  heldTick: number;
  /** Room time that has certainly passed minus local time: the largest arrived with the least delay. */
  minOffsetMs: number;
}

/** The value that only a few are above. */
const nearlyMax = (values: number[]) => values.sort((a, b) => a - b)[Math.floor((values.length - 1) * 0.98)];

/** Measures from the arrivals of confirmations how far behind the room's clock this client has to stay. */
interface ConfirmArrivals {
  readonly count: number;
  /** Room time minus local time, by the arrival with the least delay. */
  readonly quickestMs: number;
  /** The delay that the playhead needs behind the room's clock. */
  readonly needMs: number;
  add(tick: number, heldTick: number, atMs: number): void;
  /** Measures the need; `offsetMs` is room time minus local time. */
  weigh(offsetMs: number): void;
  clear(): void;
}

/** batchMs: the room confirms this often; a playhead closer than that to the newest confirmation would run dry between two. */
export function createConfirmArrivals(batchMs: number): ConfirmArrivals {
  /** Newest last. */
  let arrivals: Arrival[] = [];
  let needMs = 0;

  return {
    get count() {
      return arrivals.length;
    },
    get quickestMs() {
      return Math.max(...arrivals.map(({ minOffsetMs }) => minOffsetMs));
    },
    get needMs() {
      return needMs;
    },
    add(tick, heldTick, atMs) {
      arrivals.push({ atMs, heldTick, minOffsetMs: tick * tickMs - atMs });
      if (arrivals.length > arrivalsKept) arrivals.shift();
    },
    weigh(offsetMs) {
      const behind = arrivals.slice(1).map(({ atMs, heldTick }) => atMs + offsetMs - heldTick * tickMs);
      const needed = Math.max(batchMs, behind.length > 0 ? nearlyMax(behind) : 0) + marginMs;
      const next = Math.min(maxNeedMs, Math.ceil(needed / delayStepMs) * delayStepMs);
      if (next > needMs || next <= needMs - relaxMs) needMs = next;
    },
    clear() {
      arrivals = [];
      needMs = 0;
    },
  };
}
