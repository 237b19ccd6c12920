/** A place of the scene, in m. */
type Place = readonly [x: number, y: number, z: number];

/** The way of somebody's cursor from where it was drawn to where it was last said to be. */
export interface CursorTrack {
  from: Place;
  to: Place;
  fromMs: number;
  toMs: number;
}

/** Places come at some thirty a second; after a longer silence a cursor has rested, and does not crawl. */
const longestWayMs = 120;

/** Where a cursor is drawn at a moment: on its way between the last two places. */
export function cursorPlaceAt({ from, to, fromMs, toMs }: CursorTrack, nowMs: number): Place {
  const share = toMs <= fromMs ? 1 : Math.min(1, Math.max(0, (nowMs - fromMs) / (toMs - fromMs)));
  const between = (axis: 0 | 1 | 2) => from[axis] + (to[axis] - from[axis]) * share;
  return [between(0), between(1), between(2)];
}

/** The track of a cursor that is said to be at `to`: it goes there from where it is drawn, in the time that the word took to come. */
export function trackTo(before: CursorTrack | undefined, to: Place, nowMs: number): CursorTrack {
  if (!before) return { from: to, to, fromMs: nowMs, toMs: nowMs };
  return { from: cursorPlaceAt(before, nowMs), to, fromMs: nowMs, toMs: nowMs + Math.min(longestWayMs, nowMs - before.fromMs) };
}
