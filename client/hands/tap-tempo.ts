/** A pause longer than this begins a new tempo. */
const forgetMs = 2000;
const tapsKept = 9;
const minuteMs = 60_000;

/** Measures the tempo of taps: beats per minute from the median of the last intervals, so that one inaccurate tap does no harm. */
export interface TapTempo {
  /** BPM, or null for the first tap. */
  tap(nowMs: number): number | null;
}

export function createTapTempo(): TapTempo {
  let taps: number[] = [];
  return {
    tap(nowMs) {
      if (taps.length > 0 && nowMs - taps[taps.length - 1] > forgetMs) taps = [];
      taps = [...taps, nowMs].slice(-tapsKept);
      if (taps.length < 2) return null;
      const distances = taps.slice(1).map((at, index) => at - taps[index]);
      return minuteMs / Math.max(1, medianOf(distances));
    },
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
