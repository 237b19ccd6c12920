import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createThumbnailCapture } from './thumbnail-capture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minute = 60_000;

function startCapture({ hasThumbnail = false, isTaken = true } = {}) {
  const state = { isMoment: true, takenAt: [] as number[] };
  const startedAt = performance.now();
  const capture = createThumbnailCapture({
    hasThumbnail,
    isMoment: () => state.isMoment,
    take: async () => {
      state.takenAt.push(Math.round((performance.now() - startedAt) / 1000));
      return isTaken;
    },
  });
  return { state, capture };
}

it('captures a thumbnail some seconds after a universe without one starts, and no other', async () => {
  const { state } = startCapture();
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(state.takenAt).toEqual([6]);
});

it('waits for an edit if there is a thumbnail, and captures when edits have paused', async () => {
  const { state, capture } = startCapture({ hasThumbnail: true });
  await vi.advanceTimersByTimeAsync(minute);
  for (let edit = 0; edit < 30; edit += 1) {
    capture.edited();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(state.takenAt).toEqual([]);
  await vi.advanceTimersByTimeAsync(8000);
  expect(state.takenAt).toEqual([97]);
});

it('captures at most once in three minutes, and includes the last edit', async () => {
  const { state, capture } = startCapture({ hasThumbnail: true });
  for (let second = 0; second < 400; second += 10) {
    capture.edited();
    await vi.advanceTimersByTimeAsync(10_000);
  }
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(state.takenAt).toEqual([8, 188, 368, 548]);
});

it('waits for a suitable time, and retries if there was nothing to see', async () => {
  const { state } = startCapture({ isTaken: false });
  state.isMoment = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(state.takenAt).toEqual([]);
  state.isMoment = true;
  await vi.advanceTimersByTimeAsync(4 * minute);
  expect(state.takenAt).toEqual([21, 201]);
});

it('stops with its universe', async () => {
  const { state, capture } = startCapture();
  capture.dispose();
  await vi.advanceTimersByTimeAsync(minute);
  expect(state.takenAt).toEqual([]);
});
