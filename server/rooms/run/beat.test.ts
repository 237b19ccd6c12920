import { expect, it } from 'vitest';
import { lagOf, untilCommitMs } from './beat.ts';

it('commits edits shortly before a batch, and late ones before the next', () => {
  expect([0, 20, 38, 39, 49, 50, 1070].map(untilCommitMs)).toEqual([38, 18, 0, 49, 39, 38, 18]);
});

it('measures how late a batch confirms ticks, by the timer or by a commit that holds them back', () => {
  expect(lagOf(1050, 60)).toBeCloseTo(0);
  expect(lagOf(1030, 60)).toBe(0);
  expect(lagOf(1350, 60)).toBeCloseTo(0.3);
});
