import { writeDecimal } from './numbers.ts';

/** Formats a number with a fixed number of decimals, in the current language. */
export function decimals(value: number, digits: number): string {
  return writeDecimal(value.toFixed(digits), false);
}
