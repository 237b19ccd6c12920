/** Now, in ms of the clock that a page shares with its workers: `performance.timeOrigin + performance.now()`. */
export const pageMs = (): number => performance.timeOrigin + performance.now();

/** A moment of the page's clock, in ms of `performance.now()` of this thread. */
export const threadMsOf = (atPageMs: number): number => atPageMs - performance.timeOrigin;
