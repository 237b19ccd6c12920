import { expect, it } from 'vitest';
import { untilCommitMs, untilHandOverMs } from './journal-beat.ts';

it('commits at once after a pause', () => {
  expect(untilCommitMs(1000, Number.NEGATIVE_INFINITY)).toBe(0);
  expect(untilCommitMs(1000, 950)).toBe(0);
});

it('commits shortly before a beat under load, and what comes too late before the next', () => {
  expect([1000, 1020, 1037, 1038, 1049, 1050].map((nowMs) => untilCommitMs(nowMs, nowMs - 20))).toEqual([38, 18, 1, 50, 39, 38]);
});

it('has edits handed over shortly before they are committed', () => {
  expect([1000, 1033, 1034, 1049, 1050].map(untilHandOverMs)).toEqual([34, 1, 50, 35, 34]);
});
