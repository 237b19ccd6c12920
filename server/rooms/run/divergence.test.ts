import { expect, it } from 'vitest';
import { createDivergenceWatch } from './divergence.ts';

const a = 'aaaaaaaaaaaaaaaa';
const b = 'bbbbbbbbbbbbbbbb';

it('finds no divergence while all hashes are equal', () => {
  const watch = createDivergenceWatch();
  expect(['one', 'two', 'three'].map((member) => watch.report(member, 60, a, true))).toEqual([[], [], []]);
});

it('finds the member who differs, once a tick, and counts it', () => {
  const watch = createDivergenceWatch();
  watch.report('one', 60, a, true);
  expect(watch.report('two', 60, b, true)).toEqual(['two']);
  expect(watch.report('three', 60, a, true)).toEqual([]);
  expect(watch.report('two', 120, b, true)).toEqual([]);
  expect(watch.count).toBe(1);
});

it('believes the majority, even if the first report differs', () => {
  const watch = createDivergenceWatch();
  watch.report('one', 60, b, true);
  expect(watch.report('two', 60, a, true)).toEqual(['two']);
  expect(watch.report('three', 60, a, true)).toEqual(['one']);
});

it('ignores the hashes of untrusted members for others, and compares them', () => {
  const watch = createDivergenceWatch();
  expect(watch.report('watcher', 60, b, false)).toEqual([]);
  expect(watch.report('another', 60, b, false)).toEqual([]);
  expect(watch.report('one', 60, a, true)).toEqual(['watcher', 'another']);
});
