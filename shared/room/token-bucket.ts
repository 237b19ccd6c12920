/** Limit of a frequency: a burst, and a rate per second in the long run. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/** A bucket that is full at first and fills again steadily. */
export interface TokenBucket {
  /** Takes `cost` units if they are available, else none. @returns whether they were available */
  spend(cost: number): boolean;
  /** The number of units that could be taken at once. */
  available(): number;
  /** Milliseconds until `cost` units are available, 0 if they are now. */
  waitMs(cost: number): number;
}

/** nowMs: a monotonic clock. */
export function createTokenBucket({ burst, perSecond }: Pace, nowMs: () => number): TokenBucket {
  let left = burst;
  let lastMs = nowMs();
  const fill = () => {
    const presentMs = nowMs();
    left = Math.min(burst, left + ((presentMs - lastMs) * perSecond) / 1000);
    lastMs = presentMs;
  };
  return {
    spend(cost) {
      fill();
      if (left < cost) return false;
      left -= cost;
      return true;
    },
    available() {
      fill();
      return Math.floor(left);
    },
    waitMs(cost) {
      fill();
      return Math.max(0, ((cost - left) / perSecond) * 1000);
    },
  };
}
