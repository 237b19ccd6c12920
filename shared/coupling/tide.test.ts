import { expect, it } from 'vitest';
import { tideAt } from './index.ts';

it('moves slowly between −1 and 1, comes near to both, and differs by seed', () => {
  const hour = Array.from({ length: 3600 }, (_, second) => tideAt(7, second));
  expect(Math.min(...hour)).toBeGreaterThanOrEqual(-1);
  expect(Math.max(...hour)).toBeLessThanOrEqual(1);
  expect(Math.min(...hour)).toBeLessThan(-0.9);
  expect(Math.max(...hour)).toBeGreaterThan(0.9);
  hour.forEach((height, second) => second === 0 || expect(Math.abs(height - hour[second - 1])).toBeLessThan(0.08));
  expect(tideAt(8, 100)).not.toBe(tideAt(7, 100));
});
