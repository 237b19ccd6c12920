/** Limits of a page of the history, and of the named versions of a universe. */
export const historyLimits = {
  name: { min: 1, max: 100 },
  versions: { max: 100 },
  page: { min: 1, max: 100, default: 30 },
  /** The most cells that an entry names. */
  changes: { max: 12 },
} as const;
