import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadInOrder } from './spread.ts';

it('keeps places that are far enough apart', () => {
  expect(spreadInOrder([0, 0.2, 1], 0.1)).toEqual([0, 0.2, 1]);
});

it('moves places apart that are too close, and back from the end', () => {
  expect(spreadInOrder([0.5, 0.5, 0.52], 0.1).map((place) => place.toFixed(2))).toEqual(['0.50', '0.60', '0.70']);
  expect(spreadInOrder([0.98, 1], 0.1).map((place) => place.toFixed(2))).toEqual(['0.90', '1.00']);
});

it('keeps all places in order, in range, and apart', () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), place, (given, least) => {
      const moved = spreadInOrder(
        given.toSorted((a, b) => a - b),
        least,
      );
      const gap = Math.min(least, 1 / Math.max(1, given.length - 1));
      moved.forEach((at, index) => {
        expect(at).toBeGreaterThanOrEqual(-1e-9);
        expect(at).toBeLessThanOrEqual(1 + 1e-9);
        if (index > 0) expect(at - moved[index - 1]!).toBeGreaterThanOrEqual(gap - 1e-9);
      });
    }),
  );
});
