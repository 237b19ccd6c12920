import { type Field, fromPosition, pitchesPattern, roundToStep, toPosition } from '../../parameters/index.ts';
import type { Draw } from './draw.ts';

export type Value = number | string | boolean;
type NumericField = Extract<Field, { kind: 'number' | 'integer' }>;

/** Returns a position at as great a distance from the end that it has passed. */
export function reflected(position: number): number {
  const folded = Math.abs(position) % 2;
  return folded > 1 ? 2 - folded : folded;
}

/** Moves a number along the scale of its control; `reach` is the standard deviation as a share of it. */
function variedNumber(field: NumericField, value: number, reach: number, draw: Draw): number {
  return fromPosition(field, reflected(toPosition(field, value) + reach * draw.normal()));
}

/** Moves a number by about `span` × `reach`, whatever its range. */
export function shiftedNumber(field: NumericField, value: number, span: number, reach: number, draw: Draw): number {
  return roundToStep(field, value + span * reach * draw.normal());
}

/** Moves the channels of a `#rrggbb`. */
function variedColour(colour: string, reach: number, draw: Draw): string {
  const channels = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return Math.floor(reflected(channel + reach * draw.normal()) * 255 + 0.5)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** Adds or removes a note of a scale; one that would be no scale stays. */
function variedPitches(pitches: string, draw: Draw): string {
  const at = 1 + Math.floor(draw.uniform() * (pitches.length - 1));
  const varied = `${pitches.slice(0, at)}${pitches[at] === '1' ? '0' : '1'}${pitches.slice(at + 1)}`;
  return pitchesPattern.test(varied) ? varied : pitches;
}

/** Returns another value of a field, near the present one where there is a near one; an image stays. */
export function variedValue(field: Field, value: Value, reach: number, draw: Draw): Value {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return variedNumber(field, value as number, reach, draw);
    case 'choice':
      return draw.pick(field.choices.filter((choice) => choice !== value));
    case 'switch':
      return value !== true;
    case 'colour':
      return variedColour(value as string, reach, draw);
    case 'pitches':
      return variedPitches(value as string, draw);
    case 'bitmap':
      return value;
  }
}

/** True when a field acts with the other values of its panel. */
export function hasEffect(field: Field, values: Readonly<Record<string, Value>>): boolean {
  return field.onlyWith === undefined || field.onlyWith.is.includes(values[field.onlyWith.field] as string | boolean);
}

/**
 * True where a small change is possible: on a line of numbers or colours, unless the number is 0 as long as nobody has set it. It is off then,
 * and a little of it is another sort of universe.
 */
export function isGradual(field: Field, value: Value): boolean {
  if (field.kind !== 'number' && field.kind !== 'integer') return field.kind === 'colour';
  return value !== 0 || field.default !== 0;
}
