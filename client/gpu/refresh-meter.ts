/** Measures the refresh interval of the display from the times between draws. */
interface RefreshMeter {
  readonly milliseconds: number;
  /** Takes the time since the last draw, and the current cost of a frame, both in ms. */
  report(intervalMilliseconds: number, costMilliseconds: number): void;
}

const usual = 1000 / 60;
/** From 360 Hz down to 20 Hz. */
const shortest = 1000 / 360;
const longest = 1000 / 20;
const window = 44;
/** Draws whose intervals are averaged: after a late draw the next comes early, and only the sum of the two is the display's. */
const together = 4;
/** Quantile of the averages, from the shortest: a busy page skips frames. */
const typicalShare = 0.2;
/** Measurements that differ by less count as the same display. */
const tolerance = 0.06;

/**
 * Accepts shorter intervals at once: only the display causes them. Longer intervals may come from load; they are accepted only when frames
 * are so cheap that load cannot be the reason.
 */
export function createRefreshMeter(): RefreshMeter {
  let milliseconds = usual;
  let intervals: number[] = [];

  return {
    get milliseconds() {
      return milliseconds;
    },
    report(interval, cost) {
      intervals.push(interval);
      if (intervals.length < window) return;
      const means = Array.from({ length: window / together }, (_, group) => {
        return intervals.slice(group * together, (group + 1) * together).reduce((sum, next) => sum + next, 0) / together;
      });
      const typical = means.sort((a, b) => a - b)[Math.floor(means.length * typicalShare)];
      intervals = [];
      if (typical < shortest || typical > longest || Math.abs(typical / milliseconds - 1) < tolerance) return;
      if (typical < milliseconds || cost < milliseconds / 2) milliseconds = typical;
    },
  };
}
