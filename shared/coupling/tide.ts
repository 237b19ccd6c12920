import { sin, tau } from '../math/exact.ts';
import { uniformAt } from '../math/generator.ts';
import { clamp } from './links.ts';

/** Periods in seconds: slow enough for a phrase to keep its tempo, and without a common period within an hour. */
const periods = [89, 137, 211] as const;
const key = 0x71de;
/** Height of the three together at which the tide is full. */
const full = 0.7;

/**
 * Returns the tide of a universe, −1..1, after some seconds: three slow waves, with phases from its seed. It moves the weight in the stable
 * links, which would stand still without it.
 */
export function tideAt(seed: number, seconds: number): number {
  let sum = 0;
  for (let wave = 0; wave < periods.length; wave++) sum += sin(tau * (seconds / periods[wave] + uniformAt(seed, wave, key)));
  return clamp(sum / (full * periods.length), -1, 1);
}
