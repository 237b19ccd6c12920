/** The current time in ms of the clock that a page shares with its workers: `performance.timeOrigin + performance.now()`. */
export const pageMs = (): number => performance.timeOrigin + performance.now();

/** Converts a time of the page's clock to ms of `performance.now()` of this thread. */
export const threadMsOf = (atPageMs: number): number => atPageMs - performance.timeOrigin;
