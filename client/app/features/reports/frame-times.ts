/** The time between pictures, as users see it. */
export interface FrameTimes {
  /** Takes a reading: a time, and how many pictures were drawn until then. */
  observe(nowMs: number, framesDrawn: number): void;
  /** Breaks off: the page is hidden, or another picture begins. */
  pause(): void;
  /** Returns the median and the 95th percentile since the last call, in whole ms; null if there is too little to tell. */
  take(): { p50: number; p95: number } | null;
}

/** Readings that are kept: five minutes of ten a second. */
const maxReadings = 3000;
/** With less a percentile says nothing. */
const minMs = 3000;
/** A longer time between two readings is a page that slept. */
const asleepMs = 5000;

/** Creates the measurement. A reading covers the pictures of about a tenth of a second, and gives their mean. */
export function createFrameTimes(): FrameTimes {
  let last: { ms: number; frames: number } | null = null;
  let times: number[] = [];
  let coveredMs = 0;
  return {
    observe(nowMs, framesDrawn) {
      if (last && framesDrawn === last.frames && nowMs - last.ms < asleepMs) return;
      const isNext = last !== null && framesDrawn > last.frames && nowMs - last.ms < asleepMs;
      if (isNext && times.length < maxReadings) {
        times.push((nowMs - last!.ms) / (framesDrawn - last!.frames));
        coveredMs += nowMs - last!.ms;
      }
      last = { ms: nowMs, frames: framesDrawn };
    },
    pause() {
      last = null;
    },
    take() {
      const sorted = times.sort((one, other) => one - other);
      const isTooLittle = coveredMs < minMs;
      times = [];
      coveredMs = 0;
      if (isTooLittle) return null;
      const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
      return { p50: at(0.5), p95: at(0.95) };
    },
  };
}
