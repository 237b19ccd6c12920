import { expect, it } from 'vitest';
import { createTapTempo } from './tap-tempo.ts';

const tapAll = (...taps: number[]) => {
  const tempo = createTapTempo();
  return taps.map((at) => tempo.tap(at));
};

it('knows a tempo from the second tap on', () => {
  expect(tapAll(100, 600, 1100)).toEqual([null, 120, 120]);
});

it('uses the median of the taps, not the mean', () => {
  expect(tapAll(0, 500, 1000, 1500, 2900, 3400, 3900).at(-1)).toBe(120);
});

it('follows taps that change to another tempo', () => {
  expect(tapAll(...Array.from({ length: 8 }, (_, n) => n * 500), ...Array.from({ length: 8 }, (_, n) => 4250 + n * 750)).at(-1)).toBe(80);
});

it('starts over after two seconds', () => {
  expect(tapAll(0, 500, 2501, 3501)).toEqual([null, 120, null, 60]);
});
