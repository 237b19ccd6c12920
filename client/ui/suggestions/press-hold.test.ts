import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PressHold } from './press-hold.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells of a press that is held, and of its end', () => {
  const told: (number | null)[] = [];
  const hold = new PressHold((held) => told.push(held), 300);
  hold.begin(4);
  vi.advanceTimersByTime(299);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  hold.end();
  expect(told).toEqual([4, null]);
  // Its click chooses nothing; the next one does.
  expect([hold.wasLong, hold.wasLong]).toEqual([true, false]);
});

it('leaves a short press alone', () => {
  const told: (number | null)[] = [];
  const hold = new PressHold((held) => told.push(held), 300);
  hold.begin(4);
  hold.end();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
  expect(hold.wasLong).toBe(false);
});
