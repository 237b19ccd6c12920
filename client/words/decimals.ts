import { writeDecimal } from './numbers.ts';

/** A number to be read, with so many digits behind the sign that the language has for it. */
export function decimals(value: number, digits: number): string {
  return writeDecimal(value.toFixed(digits), false);
}
