/**
 * Marks in the browser's timeline of the page: what reports tell of, set by code that is loaded at the start, and read by reports, which are
 * loaded later.
 */
export const pageMarks = {
  /** The user goes to another page. */
  go: 'go',
  /** The first picture in which the universe moved. */
  firstFrame: 'first-frame',
  /** The simulation differed from that of the others, and starts again. */
  divergence: 'divergence',
  /** The simulation stopped, and was started again. */
  restart: 'simulation-restart',
} as const;
export type PageMark = (typeof pageMarks)[keyof typeof pageMarks];

/** Sets a mark, by default now. */
export function markPage(name: PageMark, startTime = performance.now()): void {
  performance.mark(name, { startTime });
}
