/** Finds out how long the display shows a picture, from the times between draws. */
interface RefreshMeter {
  readonly milliseconds: number;
  /** Takes the time since the last draw, and what a frame costs at present, both in ms. */
  report(intervalMilliseconds: number, costMilliseconds: number): void;
}

const usual = 1000 / 60;
/** From 360 Hz down to 20 Hz. */
const shortest = 1000 / 360;
const longest = 1000 / 20;
const window = 44;
/** Draws whose times are taken together: where one is late the next comes soon, and only the sum of the two is the display's. */
const together = 4;
/** Of those, from the shortest: a busy page leaves pictures out. */
const typicalShare = 0.2;
/** Measures that differ by less are the same display. */
const tolerance = 0.06;

/**
 * Shorter intervals are believed at once: only the display makes them. Longer ones may come from the load; they are
 * believed only where frames are so cheap that the load can't be the reason.
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
