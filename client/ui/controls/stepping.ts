import { type Field, fromPosition, roundToStep, toPosition } from '../../../shared/parameters/index.ts';
import { numberText } from '../format.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { readNumber, writeDecimal } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

export type NumericField = Extract<Field, { kind: 'number' | 'integer' }>;

/** Number of steps for each key of a slider. */
export const stepsOfKeys: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
/** A step of a log field is this share of its length; a step of a linear field is its own step, or this share if that is more. */
const logShare = 0.01;
const linearShare = 0.005;

/** Returns the value after a key, or null if the key does not step a slider. */
export function valueAfterKey(field: NumericField, value: number, key: string): number | null {
  if (key === 'Home') return field.min;
  if (key === 'End') return field.max;
  const steps = stepsOfKeys[key];
  if (steps === undefined) return null;
  if (field.scale === 'log') {
    const moved = fromPosition(field, toPosition(field, value) + steps * logShare);
    return moved === value ? roundToStep(field, value + Math.sign(steps) * field.step) : moved;
  }
  const step = Math.max(field.step, roundToStep({ ...field, min: 0 }, (field.max - field.min) * linearShare));
  return roundToStep(field, value + steps * step);
}

/** Returns the message for a text that is not a number. */
export const refusalOfNumber = (name: string, text: string): string =>
  say('{name}: “{text}” is not a number, such as {example}', { name, text, example: writeDecimal('1234.5', true) });

/** Returns the typed text as a value of the field, or the reason why it is refused. */
export function readTyped(field: NumericField, text: string): { value: number } | { refusal: string } {
  const value = readNumber(text);
  const name = sayOfRegistry(field.label);
  if (value === null) return { refusal: refusalOfNumber(name, text) };
  if (value < field.min || value > field.max) {
    const range = { least: numberText(field.min), most: numberText(field.max), unit: sayOfRegistry(field.unit) };
    return { refusal: say('{name}: {text} is not between {least} and {most} {unit}', { name, text, ...range }).trim() };
  }
  return { value: field.kind === 'integer' ? Math.round(value) : value };
}

/** Returns the typed text as `#rrggbb`, or the reason why it is refused. */
export function readColour(label: string, text: string): { value: string } | { refusal: string } {
  const value = text.trim().toLowerCase();
  if (/^#?[0-9a-f]{6}$/.test(value)) return { value: value.startsWith('#') ? value : `#${value}` };
  return { refusal: say('{name}: “{text}” is not a colour like #88aaff', { name: sayOfRegistry(label), text }) };
}
