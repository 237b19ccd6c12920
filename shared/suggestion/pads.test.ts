import { describe, expect, it } from 'vitest';
import { parameterOf, toPosition } from '../parameters/index.ts';
import { defaultDocument, documentSchema, type UniverseDocument } from '../universe/index.ts';
import { type DescriptorName, descriptorIndex, descriptors } from './descriptors.ts';
import { padMoves } from './pad-moves.ts';
import { axes } from './axes.ts';
import { movedTo, placeOf, stepped } from './pads.ts';

const middle = { wild: 0, bright: 0, dense: 0, tense: 0 };
const everything = { scopes: ['physics', 'music', 'sound', 'look', 'things'], amount: 1, locked: [] } as const;
const start = defaultDocument();

const changed = (moved: UniverseDocument) =>
  Object.keys(moved.parameters).filter((key) => Reflect.get(moved.parameters, key) !== Reflect.get(start.parameters, key));

describe('pads', () => {
  it('moves each parameter by one axis alone', () => {
    const keys = axes.flatMap((axis) => padMoves[axis].map(({ parameter }) => parameter));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('knows an order for choices, and only for them', () => {
    for (const { parameter, order } of axes.flatMap((axis) => padMoves[axis])) {
      const field = parameterOf(parameter);
      if (field.kind === 'choice') expect(field.choices).toEqual(expect.arrayContaining([...order!]));
      else expect(order, parameter).toBeUndefined();
    }
  });

  it.each(axes)('moves what belongs to %s, the further the more, and nothing else', (axis) => {
    const near = movedTo(start, middle, { [axis]: 0.3 }, everything);
    const far = movedTo(start, middle, { [axis]: 0.9 }, everything);
    const own = padMoves[axis].map(({ parameter }) => parameter);
    expect(own).toEqual(expect.arrayContaining(changed(far)));
    expect(changed(far).length).toBeGreaterThan(3);
    for (const { parameter, share } of padMoves[axis]) {
      const field = parameterOf(parameter);
      const [a, b, c] = [start, near, far].map(({ parameters }) => parameters[parameter]);
      if ((field.kind !== 'number' && field.kind !== 'integer') || typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number')
        continue;
      const position = (value: number) => toPosition(field, value) * Math.sign(share);
      expect(position(b), parameter).toBeGreaterThanOrEqual(position(a));
      expect(position(c), parameter).toBeGreaterThanOrEqual(position(b));
    }
  });

  it('makes valid documents at all corners', () => {
    for (const wild of [-1, 1])
      for (const tense of [-1, 1])
        expect(documentSchema.safeParse(movedTo(start, middle, { wild, tense, bright: wild, dense: tense }, everything)).success).toBe(
          true,
        );
  });

  it.each([
    ['wild', 'speed'],
    ['bright', 'light'],
    ['dense', 'notes'],
    ['tense', 'tension'],
  ] as const)('reads %s from %s, and from no descriptor of another axis', (axis, name: DescriptorName) => {
    const values = new Float64Array(descriptors.length);
    values[descriptorIndex(name)] = 2;
    const { [axis]: place, ...others } = placeOf(values);
    expect(place).toBeGreaterThan(0.1);
    expect(place).toBeLessThan(1);
    expect(Object.values(others)).toEqual([0, 0, 0]);
    expect(placeOf(values.map((value) => -value))[axis]).toBeCloseTo(-place, 12);
  });

  it('stays where it is when it is there', () => {
    expect(movedTo(start, middle, {}, everything)).toEqual(start);
    expect(movedTo(start, middle, middle, everything)).toEqual(start);
  });

  it('keeps what is locked or out of scope', () => {
    const moved = movedTo(start, middle, { wild: 1 }, { ...everything, scopes: ['physics', 'music'], locked: ['music'] });
    expect(moved.parameters.tempo).toBe(start.parameters.tempo);
    expect(moved.parameters.turbulence).toBeGreaterThan(start.parameters.turbulence);
    expect(moved.parameters.animationSpeed).toBe(start.parameters.animationSpeed);
  });

  it('holds values at the ends of their range, and leaves a choice that is not on the way', () => {
    expect(stepped('reverb', 0.9, 0.5)).toBe(1);
    expect(stepped('scale', 'custom', 0.5, ['major', 'locrian'])).toBe('custom');
    expect(stepped('scale', 'major', 1, ['major', 'locrian'])).toBe('locrian');
  });
});
