import { expect, it } from 'vitest';
import { ticksOf } from './ticks.ts';

it('numbers a ruler so that the numbers have room, and stay inside', () => {
  for (const duration of [1, 4.5, 10, 32, 60, 90, 300, 600]) {
    const ticks = ticksOf(duration);
    expect(ticks.length).toBeLessThanOrEqual(11);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.at(-1)).toBeLessThanOrEqual(duration);
  }
  expect(ticksOf(32)).toEqual([0, 5, 10, 15, 20, 25, 30]);
});
