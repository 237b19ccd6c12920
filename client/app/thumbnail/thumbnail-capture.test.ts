import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Clarity } from '../picture/protocol.ts';
import { createThumbnailCapture } from './thumbnail-capture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minute = 60_000;

function startCapture({ hasThumbnail = false, shows = 'clear' as Clarity | null } = {}) {
  const state = { isMoment: true, shows, takenAt: [] as number[], asked: [] as Clarity[] };
  const startedAt = performance.now();
  const capture = createThumbnailCapture({
    hasThumbnail,
    isMoment: () => state.isMoment,
    take: async (clarity) => {
      state.takenAt.push(Math.round((performance.now() - startedAt) / 1000));
      state.asked.push(clarity);
      return state.shows === 'clear' || state.shows === clarity;
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

it('waits for a suitable time', async () => {
  const { state } = startCapture();
  state.isMoment = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(state.takenAt).toEqual([]);
  state.isMoment = true;
  await vi.advanceTimersByTimeAsync(4 * minute);
  expect(state.takenAt).toEqual([21]);
});

it('waits for a clear picture of a universe that has just begun', async () => {
  const { state } = startCapture({ shows: 'faint' });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(state.takenAt).toEqual([6, 11]);
  state.shows = 'clear';
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(state.takenAt).toEqual([6, 11, 16]);
  expect(state.asked).not.toContain('faint');
});

it('takes a faint picture in the end, and retries later if there was nothing to see', async () => {
  const faint = startCapture({ shows: 'faint' }).state;
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(faint.takenAt).toEqual([6, 11, 16, 21, 26, 31, 36]);
  expect(faint.asked.at(-1)).toBe('faint');

  const dark = startCapture({ shows: null }).state;
  await vi.advanceTimersByTimeAsync(4 * minute);
  expect(dark.takenAt).toEqual([6, 11, 16, 21, 26, 31, 36, 216, 221, 226, 231, 236]);
});

it('stops with its universe', async () => {
  const { state, capture } = startCapture();
  capture.dispose();
  await vi.advanceTimersByTimeAsync(minute);
  expect(state.takenAt).toEqual([]);
});
