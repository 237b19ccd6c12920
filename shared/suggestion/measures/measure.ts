import { log2 } from '../../math/exact.ts';
import type { Observation } from '../observe/observation.ts';

/** A property of a universe that people see or hear, as a number that is not normalised. */
export interface Measure {
  readonly name: string;
  /** What a change of it is a change of, as users read it. */
  readonly label: string;
  readonly of: (observation: Observation) => number;
  /** A difference that one notices easily: where universes differ less, it is not blown up. */
  readonly noticed?: number;
}

/** Returns the logarithm to the base 2 of a size; of one that no universe should have, that of the largest or the smallest that it may have. */
export const logOf = (size: number): number => log2(Math.min(1e9, Math.max(1e-9, size)));

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Returns the standard deviation of values; 0 for none. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) * (value - mean))));
}
