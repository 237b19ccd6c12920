/**
 * What time it is by the server, whatever the clock of this device says. Each answer says when it was written, which is never later than
 * it is when it comes: the latest of them, seen from a clock that only goes on, is the best that is known.
 * steadyMs: a clock that nobody sets; deviceMs: the clock of the device, until there was an answer.
 */
export function createServerTime(steadyMs: () => number, deviceMs: () => number) {
  let offsetMs = -Infinity;
  return {
    /** An answer came, with the moment that its header `Date` names. An old one, as from a cache, changes nothing. */
    hear(date: string | null): void {
      const ms = date === null ? Number.NaN : Date.parse(date);
      if (!Number.isNaN(ms)) offsetMs = Math.max(offsetMs, ms - steadyMs());
    },
    /** Milliseconds since 1970. */
    nowMs: (): number => (offsetMs === -Infinity ? deviceMs() : steadyMs() + offsetMs),
  };
}

/** The one of this page. */
export const serverTime = createServerTime(
  () => performance.now(),
  () => Date.now(),
);

/** Seconds since a moment, ISO 8601; 0 where it is still to come. */
export const secondsSince = (moment: string): number => Math.max(0, (serverTime.nowMs() - Date.parse(moment)) / 1000);
