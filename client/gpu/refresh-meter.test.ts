import { expect, it } from 'vitest';
import { createRefreshMeter } from './refresh-meter.ts';

function measure(intervals: (frame: number) => number, cost: number): number {
  const meter = createRefreshMeter();
  for (let frame = 0; frame < 300; frame++) meter.report(intervals(frame), cost);
  return meter.milliseconds;
}

it.each([30, 60, 75, 90, 120, 144, 240])('finds the interval of a %i Hz display from an uneven page', (hertz) => {
  const found = measure((frame) => (1000 / hertz) * (frame % 9 === 0 ? 2 : 1) + 0.3 * Math.sin(frame), 1);
  expect(Math.abs(found / (1000 / hertz) - 1)).toBeLessThan(0.11);
});

it('does not take the short waits after late draws for a fast display', () => {
  expect(measure((frame) => (frame % 2 === 0 ? 26 : 7.4), 50)).toBeGreaterThan(16);
  expect(measure((frame) => [30, 30, 5, 5, 14][frame % 5], 50)).toBeGreaterThan(12);
});

it('does not take a slow device for a slow display', () => {
  expect(measure(() => 40, 38)).toBeCloseTo(1000 / 60, 6);
});

it('ignores the intervals of a hidden tab', () => {
  expect(measure(() => 1000, 1)).toBeCloseTo(1000 / 60, 6);
});
