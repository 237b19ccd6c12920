import { expect, it } from 'vitest';
import { limitConcurrency } from './limit-concurrency.ts';

it('runs at most so many tasks at a time, in their order, and goes on after one that fails', async () => {
  const inTurn = limitConcurrency(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const task = (index: number) => () =>
    new Promise<number>((resolve, reject) => {
      begun.push(index);
      ends[index] = () => (index === 1 ? reject(new Error('one')) : resolve(index));
    });
  const results = [0, 1, 2, 3].map((index) => inTurn(task(index)));
  const settled = Promise.allSettled(results);
  expect(begun).toEqual([0, 1]);
  ends[1]!();
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  ends[0]!();
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  ends[2]!();
  ends[3]!();
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  const last = inTurn(task(4));
  await expect.poll(() => begun.length).toBe(5);
  ends[4]!();
  expect(await last).toBe(4);
});
