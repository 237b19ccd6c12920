import { Histogram, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { bucketsOf, growthSince, quantileOf, sumOf, valuesOf } from './metric-values.ts';

it('estimates a quantile within the bucket in which it lies', async () => {
  const registry = new Registry();
  const times = new Histogram({ name: 'times', help: 'Times', buckets: [1, 2, 4], registers: [registry] });
  expect(quantileOf(bucketsOf(await valuesOf(registry, 'times')), 0.95)).toBe(0);
  for (let value = 0; value < 10; value += 1) times.observe(0.5);
  for (let value = 0; value < 10; value += 1) times.observe(3);
  const values = await valuesOf(registry, 'times');
  expect([0.25, 0.5, 0.75, 1].map((share) => quantileOf(bucketsOf(values), share))).toEqual([0.5, 1, 3, 4]);
  expect(sumOf(values, 'times_count')).toBe(20);
  for (let value = 0; value < 100; value += 1) times.observe(9);
  expect(quantileOf(bucketsOf(await valuesOf(registry, 'times')), 0.95)).toBe(4);
  expect(await valuesOf(registry, 'nothing')).toEqual([]);
});

it('tells what has grown', () => {
  const before = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  expect([...growthSince(new Map([...before, ['b', 5], ['c', 1]]), before)]).toEqual([
    ['b', 3],
    ['c', 1],
  ]);
});
