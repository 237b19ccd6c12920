/** A position in the scene, in m. */
type Place = readonly [x: number, y: number, z: number];

/** The motion of a member's cursor from where it was drawn to its last reported position. */
export interface CursorTrack {
  from: Place;
  to: Place;
  fromMs: number;
  toMs: number;
}

/**
 * Maximum duration of a motion. Positions arrive about 30 times per second; after a longer gap the cursor was at rest and must not crawl.
 */
const maxWayMs = 120;

/** Returns where a cursor is drawn at a time: between its last two positions. */
export function cursorPlaceAt({ from, to, fromMs, toMs }: CursorTrack, nowMs: number): Place {
  const share = toMs <= fromMs ? 1 : Math.min(1, Math.max(0, (nowMs - fromMs) / (toMs - fromMs)));
  const between = (axis: 0 | 1 | 2) => from[axis] + (to[axis] - from[axis]) * share;
  return [between(0), between(1), between(2)];
}

/**
 * Returns the track of a cursor that is reported at `to`: it moves there from where it is drawn, within the interval between the two
 * reports.
 */
export function trackTo(before: CursorTrack | undefined, to: Place, nowMs: number): CursorTrack {
  if (!before) return { from: to, to, fromMs: nowMs, toMs: nowMs };
  return { from: cursorPlaceAt(before, nowMs), to, fromMs: nowMs, toMs: nowMs + Math.min(maxWayMs, nowMs - before.fromMs) };
}
