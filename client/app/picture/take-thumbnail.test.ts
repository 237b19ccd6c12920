import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thumbnailSize } from '../../../shared/api/universes/thumbnail.ts';
import { partOf, spreadOf } from './take-thumbnail.ts';

it('takes the middle of the free area, in the shape of the thumbnail, and never exceeds the stage', () => {
  expect(partOf({ width: 1600, height: 900 }, { top: 0, right: 0, bottom: 0 })).toEqual({ left: 0, top: 0, width: 1600, height: 900 });
  expect(partOf({ width: 1440, height: 900 }, { top: 0, right: 400, bottom: 0 })).toEqual({
    left: 0,
    top: 157.5,
    width: 1040,
    height: 585,
  });
  const length = fc.integer({ min: 100, max: 4000 });
  fc.assert(
    fc.property(length, length, fc.double({ min: 0, max: 0.5, noNaN: true }), (width, height, share) => {
      const part = partOf({ width, height }, { top: height * share * 0.3, right: width * share, bottom: height * share });
      expect(part.width / part.height).toBeCloseTo(thumbnailSize.width / thumbnailSize.height, 5);
      expect(part.left).toBeGreaterThan(-1e-6);
      expect(part.top).toBeGreaterThan(-1e-6);
      expect(part.left + part.width).toBeLessThan(width + 1e-6);
      expect(part.top + part.height).toBeLessThan(height + 1e-6);
    }),
  );
});

it('tells light from a uniform background', () => {
  const even = new Uint8ClampedArray(400).fill(9);
  expect(spreadOf(even)).toBe(0);
  even.fill(255, 0, 40);
  expect(spreadOf(even)).toBeGreaterThan(50);
});
