import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenNumber } from '../../tests/support/arbitraries.ts';
import { contourAt, isChordDegree, nearestChordDegree, reflectDegree } from './melody.ts';

const anySeed = fc.integer({ min: 0, max: 0xffffffff });

it('mostly steps, leaps by a sixth at most, and answers a leap with a step back', () => {
  fc.assert(
    fc.property(anySeed, evenNumber(0, 1), (seed, size) => {
      const heights = Array.from({ length: 16 }, (_, index) => contourAt(seed, index, size));
      const moves = heights.slice(1).map((height, index) => height - heights[index]);
      moves.forEach((move, index) => {
        expect(Math.abs(move)).toBeLessThanOrEqual(5);
        if (index > 0 && Math.abs(moves[index - 1]) > 2) expect(move).toBe(-Math.sign(moves[index - 1]));
      });
    }),
  );
});

it('stays near its start', () => {
  const index = fc.integer({ min: 0, max: 31 });
  fc.assert(
    fc.property(anySeed, index, (seed, at) => {
      expect(Math.abs(contourAt(seed, at, 1))).toBeLessThanOrEqual(10);
    }),
  );
});

it('has the same contour for the same seed', () => {
  expect(contourAt(7, 9, 0.5)).toBe(contourAt(7, 9, 0.5));
});

it('finds the nearest note of the chord in any octave', () => {
  const triad = Int32Array.from([0, 2, 4]);
  expect([7, 8, 10, -2].map((degree) => nearestChordDegree(degree, triad, 3, 7))).toEqual([7, 7, 9, -3]);
  expect(isChordDegree(-3, triad, 3, 7)).toBe(true);
  expect(isChordDegree(6, triad, 3, 7)).toBe(false);
});

it('reflects a degree into a range', () => {
  expect([12, -3, 5].map((degree) => reflectDegree(degree, 0, 10))).toEqual([8, 3, 5]);
});
