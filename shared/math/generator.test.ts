import { expect, it } from 'vitest';
import { drawFrom, uniformAt } from './generator.ts';

it('is uniform over tenths', () => {
  const state = new Uint32Array([1]);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 100_000; i++) tenths[Math.floor(drawFrom(state) * 10)] += 1;
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(450);
});

it('gives equal numbers for equal keys, and different numbers for different keys', () => {
  expect(uniformAt(7, 1, 2)).toBe(uniformAt(7, 1, 2));
  expect(new Set(Array.from({ length: 1000 }, (_, i) => uniformAt(7, i, 0))).size).toBe(1000);
});
