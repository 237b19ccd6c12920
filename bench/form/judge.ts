import { mean, rounded } from '../statistics.ts';

/** A range in which a measure is met. */
export interface Bar {
  min?: number;
  max?: number;
}

/** A measure of several subjects: the value that is the furthest from its bar, whose it is, and whether all are met. */
export interface Finding {
  bar: Bar;
  worst: number;
  of: string;
  mean: number;
  met: boolean;
}

/** How far a value is outside its bar; less than 0 inside. */
const missOf = (value: number, { min = -Infinity, max = Infinity }: Bar) => Math.max(min - value, value - max);

/** Judges a measure of several subjects. */
export function judge(values: ReadonlyMap<string, number>, bar: Bar): Finding {
  const [worst] = [...values].toSorted(([, a], [, b]) => missOf(b, bar) - missOf(a, bar));
  const [of, value] = worst!;
  return { bar, worst: rounded(value), of, mean: rounded(mean([...values.values()])), met: missOf(value, bar) <= 0 };
}
