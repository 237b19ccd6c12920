import { fillPlaces } from './places.ts';
import { type WaitUnit, waitOf } from './waits.ts';

/** When to try again, by the unit of the wait. */
export const waitTexts: Readonly<Record<WaitUnit, string>> = {
  second: 'Try again in a second.',
  seconds: 'Try again in {count} seconds.',
  minute: 'Try again in a minute.',
  minutes: 'Try again in {count} minutes.',
  hour: 'Try again in an hour.',
  hours: 'Try again in {count} hours.',
};

/** Returns a sentence that says when to try again. seconds: whole, at least 1 */
export function tryAgainIn(seconds: number): string {
  const { unit, count } = waitOf(seconds);
  return fillPlaces(waitTexts[unit], { count });
}
