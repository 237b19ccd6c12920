import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultMask, emitterFields } from '../../../../shared/universe/index.ts';
import { fieldSchema } from '../../../../shared/parameters/index.ts';
import { bitsOf, countSet, digitsOf, inverted, withStroke } from './bits.ts';
import { figures } from './figures.ts';
import { figureOf, fitInto, otsuLevel } from './threshold.ts';

const pixelsOf = (colours: readonly (readonly [number, number, number, number])[]) => new Uint8ClampedArray(colours.flat());

it('converts digits to bits and back', () => {
  expect(digitsOf(bitsOf(defaultMask))).toBe(defaultMask);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1024, maxLength: 1024, max: 1 }), (bits) => {
      const digits = digitsOf(bits);
      expect(fieldSchema(emitterFields.mask).safeParse(digits).success).toBe(true);
      expect(bitsOf(digits)).toEqual(bits);
      expect(inverted(inverted(bits))).toEqual(bits);
    }),
    { numRuns: 30 },
  );
});

it('puts the most significant bit on the left', () => {
  expect([...bitsOf('81')]).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
});

it('has figures that are neither empty nor full, and all different', () => {
  for (const [name, bits] of Object.entries(figures())) {
    expect(bits, name).toHaveLength(1024);
    expect(countSet(bits), name).toBeGreaterThan(100);
    expect(countSet(bits), name).toBeLessThan(700);
  }
  expect(new Set(Object.values(figures()).map(digitsOf)).size).toBe(Object.keys(figures()).length);
});

it('draws strokes without gaps, and only inside the canvas', () => {
  const side = 8;
  const empty = new Uint8Array(64);
  const line = withStroke(empty, side, { x: 0, y: 0 }, { x: 7, y: 7 }, 1, 1);
  for (let at = 0; at < side; at++) expect(line[at * side + at]).toBe(1);
  expect(countSet(line)).toBe(8);
  expect(countSet(empty)).toBe(0);
  expect(countSet(withStroke(empty, side, { x: -3, y: 20 }, { x: 30, y: 20 }, 2, 1))).toBe(0);
  expect(countSet(withStroke(line, side, { x: 0, y: 0 }, { x: 7, y: 7 }, 3, 0))).toBe(0);
});

it('puts the level between two groups of brightness', () => {
  const level = otsuLevel(new Uint8Array([10, 12, 11, 200, 210, 205]))!;
  expect(level).toBeGreaterThanOrEqual(12);
  expect(level).toBeLessThan(200);
  expect(otsuLevel(new Uint8Array([7, 7, 7]))).toBeNull();
});

it('selects the figure and not the background', () => {
  const [black, white, clear, ink] = [
    [0, 0, 0, 255],
    [255, 255, 255, 255],
    [0, 0, 0, 0],
    [0, 0, 0, 255],
  ] as const;
  expect([...figureOf(pixelsOf([black, white, black, black]))!]).toEqual([0, 1, 0, 0]);
  expect([...figureOf(pixelsOf([white, black, white, white]))!]).toEqual([0, 1, 0, 0]);
  expect([...figureOf(pixelsOf([clear, ink, clear, clear]))!]).toEqual([0, 1, 0, 0]);
  expect(figureOf(pixelsOf([white, white, white, white]))).toBeNull();
});

it('fits images of any proportions into the square', () => {
  expect(fitInto(32, 400, 200)).toEqual({ left: 0, top: 8, width: 32, height: 16 });
  expect(fitInto(32, 1, 5000)).toEqual({ left: 15, top: 0, width: 1, height: 32 });
});
