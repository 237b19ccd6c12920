/** How far back one page of a history goes, and how many moments of a universe have names. */
export const historyLimits = {
  name: { min: 1, max: 100 },
  versions: { max: 100 },
  page: { min: 1, max: 100, default: 30 },
  /** What was changed is named so many times at most. */
  changes: { max: 12 },
} as const;
