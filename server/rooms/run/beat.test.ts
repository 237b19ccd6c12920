import { expect, it } from 'vitest';
import { untilCommitMs } from './beat.ts';

it('has edits committed shortly before they are told, and those that come too late for it before the next beat', () => {
  expect([0, 20, 38, 39, 49, 50, 1070].map(untilCommitMs)).toEqual([38, 18, 0, 49, 39, 38, 18]);
});
