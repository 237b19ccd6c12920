import type { BitmapField, Field, FieldValues } from './types.ts';

/** Twelve semitones from the tonic; the tonic and at least one other are set. */
export const pitchesPattern = /^1(?=0*1)[01]{11}$/;

/** Hexadecimal digits of a bitmap. */
export function bitmapDigits({ side }: BitmapField): number {
  return (side * side) / 4;
}

export function bitmapPattern(field: BitmapField): RegExp {
  return new RegExp(`^[0-9a-f]{${bitmapDigits(field)}}$`);
}

/** The defaults of a record of fields. */
export function fieldDefaults<R extends Record<string, Field>>(fields: R): FieldValues<R> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.default])) as FieldValues<R>;
}
