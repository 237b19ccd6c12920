/** The unit in which a wait is said. */
export type WaitUnit = 'second' | 'seconds' | 'minute' | 'minutes' | 'hour' | 'hours';

const minuteSeconds = 60;
const hourSeconds = 60 * minuteSeconds;

/** Returns a wait as a count of its unit. seconds: whole, at least 1; minutes and hours are rounded up, so that no retry comes too early. */
export function waitOf(seconds: number): { unit: WaitUnit; count: number } {
  if (seconds < minuteSeconds) return { unit: seconds <= 1 ? 'second' : 'seconds', count: seconds };
  const [minutes, hours] = [Math.ceil(seconds / minuteSeconds), Math.ceil(seconds / hourSeconds)];
  if (minutes < hourSeconds / minuteSeconds) return { unit: minutes === 1 ? 'minute' : 'minutes', count: minutes };
  return { unit: hours === 1 ? 'hour' : 'hours', count: hours };
}
