import { expect, it } from 'vitest';
import { moveLoop, seamError } from './seam.ts';

it('moves a loop earlier, by more than a browser may decode too short, to where both ends sound alike', () => {
  const period = 125;
  const samples = Float32Array.from(
    { length: 8000 },
    (_, index) => Math.sin((2 * Math.PI * index) / period) + (index > 7500 ? Math.sin(index / 3.3) : 0),
  );
  const given = [8000 - 20 * period, 8000] as const;
  const [start, end] = moveLoop(samples, given);
  expect(end - start).toBe(20 * period);
  expect(end).toBeLessThanOrEqual(8000 - 132);
  expect(seamError(samples, [start, end])).toBeLessThan(seamError(samples, given) / 10);
});
