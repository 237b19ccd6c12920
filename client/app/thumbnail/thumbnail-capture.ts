import type { Clarity } from '../picture/protocol.ts';

/** Delay of the first thumbnail after the start, and pause of edits before another. */
const settleMs = 6000;
const restMs = 8000;
/** Minimum time between two thumbnails. */
const apartMs = 3 * 60 * 1000;
/** Retry delay while no thumbnail can be captured. */
const againMs = 5000;
/** Attempts that wait for a clear picture: a universe that has just begun, or is late on a busy machine, has hardly a particle yet. */
const clearAttempts = 6;

interface CaptureOptions {
  /** The universe has a thumbnail already: the next one waits for an edit. */
  hasThumbnail: boolean;
  /** Whether there is something to see now, and the user may set the thumbnail. */
  isMoment: () => boolean;
  /** Captures a thumbnail that shows as much as requested; false if it failed. */
  take: (clarity: Clarity) => Promise<boolean>;
}

export interface ThumbnailCapture {
  /** The user has made a visible change. */
  edited(): void;
  dispose(): void;
}

/** Decides when thumbnails of a universe are captured. */
export function createThumbnailCapture({ hasThumbnail, isMoment, take }: CaptureOptions): ThumbnailCapture {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = -Infinity;
  let attempts = 0;
  let isOver = false;

  const waitUntil = (atMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void capture(), Math.max(0, atMs - performance.now()));
  };

  const capture = async () => {
    if (!isMoment()) return waitUntil(performance.now() + againMs);
    lastMs = performance.now();
    timer = undefined;
    attempts += 1;
    const taken = await take(attempts > clearAttempts ? 'faint' : 'clear');
    const isLast = taken || attempts > clearAttempts;
    if (isLast) attempts = 0;
    if (!taken && !isOver && timer === undefined) waitUntil(lastMs + (isLast ? apartMs : againMs));
  };

  if (!hasThumbnail) waitUntil(performance.now() + settleMs);

  return {
    edited: () => waitUntil(Math.max(performance.now() + restMs, lastMs + apartMs)),
    dispose() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
