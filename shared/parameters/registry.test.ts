import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emitterFields, wellFields } from '../universe/index.ts';
import {
  type Field,
  fromPosition,
  parameterGroups,
  parameterKeys,
  parameterOf,
  parameterValuesSchema,
  defaultParameters,
  registry,
  roundToStep,
  toPosition,
} from './index.ts';

const numeric = parameterKeys
  .map((key) => ({ key, field: parameterOf(key) }))
  .flatMap(({ key, field }) => (field.kind === 'number' || field.kind === 'integer' ? [{ key, field }] : []));

it('has every key once over all groups', () => {
  const keys = parameterGroups.flatMap((group) => Object.keys(registry[group]));
  expect(new Set(keys).size).toBe(keys.length);
  expect(parameterKeys).toEqual(keys);
});

it('has valid defaults, and a reader for every parameter', () => {
  expect(parameterValuesSchema.safeParse(defaultParameters).success).toBe(true);
  for (const key of parameterKeys) expect(parameterOf(key).reaches.length, key).toBeGreaterThan(0);
});

it('refuses unknown, non-finite and out-of-range values with their path', () => {
  const refused = (patch: object) =>
    parameterValuesSchema.safeParse({ ...defaultParameters, ...patch }).error?.issues.map((issue) => issue.path.join('.'));
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 21, -1, '9', null]) expect(refused({ gravity: value })).toEqual(['gravity']);
  expect(refused({ scale: 'klingon' })).toEqual(['scale']);
  expect(refused({ glowColour: 'red' })).toEqual(['glowColour']);
  expect(refused({ octave: 0.5 })).toEqual(['octave']);
  expect(parameterValuesSchema.safeParse({ ...defaultParameters, warp: 9 }).success).toBe(false);
});

it('converts every value to a position and back to within a step, over the whole range', () => {
  fc.assert(
    fc.property(fc.constantFrom(...numeric), fc.double({ min: 0, max: 1, noNaN: true }), ({ field }, position) => {
      const value = fromPosition(field, position);
      expect(value).toBeGreaterThanOrEqual(field.min);
      expect(value).toBeLessThanOrEqual(field.max);
      const back = fromPosition(field, toPosition(field, value));
      expect(Math.abs(back - value)).toBeLessThanOrEqual(field.step * 1.001);
    }),
  );
});

it('rounds to steps without floating-point errors', () => {
  const gravity = parameterOf('gravity');
  if (gravity.kind !== 'number') throw new Error('gravity is a number');
  expect(roundToStep({ ...gravity, step: 0.1 }, 0.1 + 0.2)).toBe(0.3);
});

it('gives every field a topic in its panel, and valid dependencies', () => {
  const panels: Record<string, Field>[] = [...Object.values(registry), emitterFields, wellFields];
  for (const fields of panels) {
    for (const [key, field] of Object.entries(fields)) {
      expect(field.essential === true || field.topic !== undefined, key).toBe(true);
      if (!field.onlyWith) continue;
      const other = fields[field.onlyWith.field];
      const possible: readonly unknown[] = other.kind === 'choice' ? other.choices : [true, false];
      expect(possible, key).toEqual(expect.arrayContaining([...field.onlyWith.is]));
    }
  }
});
