import { expect, it } from 'vitest';
import { untilCommitMs } from './beat.ts';

it('commits edits shortly before a batch, and late ones before the next', () => {
  expect([0, 20, 38, 39, 49, 50, 1070].map(untilCommitMs)).toEqual([38, 18, 0, 49, 39, 38, 18]);
});
