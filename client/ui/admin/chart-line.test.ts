import { expect, it } from 'vitest';
import { chartLineOf, chartTopOf } from './chart-line.ts';

it('ends at the right edge, and begins as far left as there are values', () => {
  const box = { places: 5, top: 10, width: 100, height: 40 };
  expect(chartLineOf([0, 10, 20], box)).toEqual({ line: 'M50 40L75 0L100 0', area: 'M50 40L75 0L100 0V40H50Z' });
  expect(chartLineOf([5], box)).toEqual({ line: 'M100 20', area: 'M100 20V40H100Z' });
  expect(chartLineOf([], box)).toEqual({ line: '', area: '' });
});

it('has a round number at the top', () => {
  for (const [values, atLeast, top] of [
    [[], 1, 1],
    [[3, 1], 1, 5],
    [[17], 1, 20],
    [[100], 1, 100],
    [[0.03], 0.1, 0.1],
    [[730], 10, 1000],
  ] as const)
    expect(chartTopOf(values, atLeast)).toBe(top);
});
