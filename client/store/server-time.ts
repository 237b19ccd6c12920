/**
 * The server's time, independent of the device clock. Each response carries the time when it was written, which is never later than its
 * arrival: the latest of them, carried forward by a monotonic clock, is the best estimate.
 * steadyMs: a monotonic clock; deviceMs: the device clock, used until the first response.
 */
export function createServerTime(steadyMs: () => number, deviceMs: () => number) {
  let offsetMs = -Infinity;
  return {
    /** Handles a response with its `Date` header. An old one, as from a cache, changes nothing. */
    hear(date: string | null): void {
      const ms = date === null ? Number.NaN : Date.parse(date);
      if (!Number.isNaN(ms)) offsetMs = Math.max(offsetMs, ms - steadyMs());
    },
    /** Milliseconds since 1970. */
    nowMs: (): number => (offsetMs === -Infinity ? deviceMs() : steadyMs() + offsetMs),
  };
}

/** The server time of this page. */
export const serverTime = createServerTime(
  () => performance.now(),
  () => Date.now(),
);

/** Returns the seconds since a time in ISO 8601; 0 if it is in the future. */
export const secondsSince = (moment: string): number => Math.max(0, (serverTime.nowMs() - Date.parse(moment)) / 1000);
