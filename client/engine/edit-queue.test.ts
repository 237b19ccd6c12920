import { expect, it } from 'vitest';
import { createEditQueue } from './edit-queue.ts';

const logged = (sequence: number, tick: number) => ({ sequence, tick, edit: { kind: 'restart' as const } });

it('returns each edit once, at its tick, in the order of the edit log', () => {
  const queue = createEditQueue(0);
  queue.add([logged(1, 5), logged(2, 5), logged(3, 9)]);
  queue.add([logged(2, 5), logged(3, 9), logged(4, 9)]);
  expect(queue.takeUpTo(4)).toEqual([]);
  expect(queue.takeUpTo(5).map((e) => e.sequence)).toEqual([1, 2]);
  expect(queue.takeUpTo(5)).toEqual([]);
  expect(queue.takeUpTo(9).map((e) => e.sequence)).toEqual([3, 4]);
  expect(queue.lastTaken).toBe(4);
});

it('skips edits that a snapshot already contains', () => {
  const queue = createEditQueue(2);
  queue.add([logged(1, 5), logged(2, 5), logged(3, 9)]);
  expect(queue.takeUpTo(20).map((e) => e.sequence)).toEqual([3]);
});
