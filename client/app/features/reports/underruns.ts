/** Counts interruptions of the sound: the audio clock stands still while there is nothing to play, and never catches up. */
export interface UnderrunCount {
  /** Takes a reading of both clocks: ms of the page, seconds of the audio context. */
  observe(pageMs: number, audioSeconds: number): void;
  /** Breaks off: the sound was stopped on purpose. */
  pause(): void;
  /** Returns the count since the last call. */
  take(): number;
}

/** The audio clock is read late and in steps: the largest difference of this time is the most accurate. */
const spanMs = 1000;
const minReadings = 4;
/** Less could be a step of the clock; more is a device that slept, or was taken away. */
const minGapSeconds = 0.03;
const maxGapSeconds = 1;

export function createUnderrunCount(): UnderrunCount {
  let count = 0;
  let before: number | null = null;
  let span = { endsMs: 0, readings: 0, difference: Number.NEGATIVE_INFINITY };
  const begin = (pageMs: number) => {
    span = { endsMs: pageMs + spanMs, readings: 0, difference: Number.NEGATIVE_INFINITY };
  };
  return {
    observe(pageMs, audioSeconds) {
      if (pageMs >= span.endsMs) {
        const isWhole = span.readings >= minReadings && pageMs < span.endsMs + spanMs;
        const gap = isWhole && before !== null ? before - span.difference : 0;
        if (gap > minGapSeconds && gap < maxGapSeconds) count += 1;
        before = isWhole ? span.difference : null;
        begin(pageMs);
      }
      span.readings += 1;
      span.difference = Math.max(span.difference, audioSeconds - pageMs / 1000);
    },
    pause() {
      before = null;
      begin(0);
    },
    take() {
      const counted = count;
      count = 0;
      return counted;
    },
  };
}
