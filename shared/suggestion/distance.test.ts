import { expect, it } from 'vitest';
import { distance } from './distance.ts';

it('is the root mean square of the differences, whatever their number', () => {
  expect(distance(Float64Array.of(0, 0), Float64Array.of(3, -3))).toBe(3);
  expect(distance(Float64Array.of(0, 0, 0, 0), Float64Array.of(2, 0, 0, 0))).toBe(1);
  expect(distance(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBe(0);
});
