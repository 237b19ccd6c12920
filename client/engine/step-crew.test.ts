import { expect, it } from 'vitest';
import { recruitCrew, threadsFor } from './step-crew.ts';

it('takes half of the cores, one at least and four at most', () => {
  expect([1, 2, 3, 4, 8, 64].map(threadsFor)).toEqual([1, 1, 1, 2, 4, 4]);
});

it('recruits nobody for a small universe, or where there is one thread', async () => {
  expect(await recruitCrew(4, 1000)).toBeUndefined();
  expect(await recruitCrew(1, 1_000_000)).toBeUndefined();
});
