import { expect, it } from 'vitest';
import { coverOf } from './cover.ts';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

it('counts a card beside the dock as cover at the right of a desk, and nothing else', () => {
  expect(coverOf(1440, 900, [box(1044, 76, 1348, 876), box(520, 822, 920, 882)])).toEqual({ top: 0, right: 396, bottom: 0 });
});

it('counts a sheet on a phone as cover at the bottom, as high as the highest box there', () => {
  const bars = [box(0, 728, 390, 788), box(0, 788, 390, 844)];
  expect(coverOf(390, 844, bars)).toEqual({ top: 0, right: 0, bottom: 116 });
  expect(coverOf(390, 844, [...bars, box(0, 420, 390, 728)])).toEqual({ top: 0, right: 0, bottom: 424 });
});

it('counts a header as cover at the top, and leaves a part of the stage free under a sheet that is pulled right up', () => {
  expect(coverOf(390, 844, [box(0, 0, 390, 58), box(0, 60, 390, 844)])).toEqual({ top: 58, right: 0, bottom: 506 });
});
