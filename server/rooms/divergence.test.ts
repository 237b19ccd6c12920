import { expect, it } from 'vitest';
import { createDivergenceWatch } from './divergence.ts';

const a = 'aaaaaaaaaaaaaaaa';
const b = 'bbbbbbbbbbbbbbbb';

it('finds nobody while all say the same', () => {
  const watch = createDivergenceWatch();
  expect(['one', 'two', 'three'].map((member) => watch.report(member, 60, a))).toEqual([[], [], []]);
});

it('finds the one that differs, once a tick, and counts it', () => {
  const watch = createDivergenceWatch();
  watch.report('one', 60, a);
  expect(watch.report('two', 60, b)).toEqual(['two']);
  expect(watch.report('three', 60, a)).toEqual([]);
  expect(watch.report('two', 120, b)).toEqual([]);
  expect(watch.count).toBe(1);
});

it('believes the many, even where the first to report is the odd one', () => {
  const watch = createDivergenceWatch();
  watch.report('one', 60, b);
  expect(watch.report('two', 60, a)).toEqual(['two']);
  expect(watch.report('three', 60, a)).toEqual(['one']);
});
