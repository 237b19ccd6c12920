export interface ScreenPlace {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** More rounds than a heap of handles needs to separate. */
const rounds = 24;
/** Turns by the golden angle never point in the same direction twice. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** A handle that is closer to a panel than this (in px) is hard to press. */
const marginPx = 20;

const isIn = ({ x, y }: ScreenPlace, box: Box) => x > box.left && x < box.right && y > box.top && y < box.bottom;

const widened = ({ left, top, right, bottom }: Box): Box => ({
  left: left - marginPx,
  top: top - marginPx,
  right: right + marginPx,
  bottom: bottom + marginPx,
});

/** Returns true if a place is in one of the boxes, or outside `area`. */
export const isCovered = (place: ScreenPlace, area: Box, boxes: readonly Box[]): boolean =>
  !isIn(place, area) || boxes.some((box) => isIn(place, widened(box)));

/**
 * Moves places apart that are closer together than `apart` (in px), as little as necessary, within `area` and out of `boxes`, so that each
 * can be pressed. `fixed` places stay, others make room. A place with enough room does not move.
 */
export function spread(
  places: readonly (ScreenPlace & { fixed?: boolean })[],
  apart: number,
  area: Box,
  boxes: readonly Box[],
): ScreenPlace[] {
  const moved = places.map(({ x, y, fixed = false }) => ({ x, y, fixed }));
  for (let round = 0; round < rounds; round++) {
    let isDone = true;
    for (let a = 0; a < moved.length; a++) {
      for (let b = a + 1; b < moved.length; b++) if (part(moved[a]!, moved[b]!, apart, b)) isDone = false;
    }
    if (isDone) break;
    for (const place of moved) if (!place.fixed) keepFree(place, area, boxes);
  }
  return moved.map(({ x, y }) => ({ x, y }));
}

type Moving = { x: number; y: number; fixed: boolean };

/** Pushes two places apart, each by half of what is missing. If both are at one point, `turn` gives the direction. */
function part(a: Moving, b: Moving, apart: number, turn: number): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy);
  // So small a difference is not worth another round.
  if (distance > apart - 0.5 || (a.fixed && b.fixed)) return false;
  const [ux, uy] = distance > 0.01 ? [dx / distance, dy / distance] : [Math.cos(turn * goldenAngle), Math.sin(turn * goldenAngle)];
  const missing = apart - distance;
  const share = a.fixed || b.fixed ? missing : missing / 2;
  if (!a.fixed) {
    a.x -= ux * share;
    a.y -= uy * share;
  }
  if (!b.fixed) {
    b.x += ux * share;
    b.y += uy * share;
  }
  return true;
}

/** Moves a place into the area, and out of each box by the nearest of its sides that is in the area. */
function keepFree(place: Moving, area: Box, boxes: readonly Box[]): void {
  // Into the area first: a place beside the area would have no way out of a box that reaches its edge.
  place.x = Math.min(Math.max(place.x, area.left), area.right);
  place.y = Math.min(Math.max(place.y, area.top), area.bottom);
  for (const box of boxes.map(widened)) {
    if (!isIn(place, box)) continue;
    const ways = [
      { by: place.x - box.left, x: box.left, y: place.y, isOpen: box.left > area.left },
      { by: box.right - place.x, x: box.right, y: place.y, isOpen: box.right < area.right },
      { by: place.y - box.top, x: place.x, y: box.top, isOpen: box.top > area.top },
      { by: box.bottom - place.y, x: place.x, y: box.bottom, isOpen: box.bottom < area.bottom },
    ].filter(({ isOpen }) => isOpen);
    const [nearest] = ways.toSorted((one, other) => one.by - other.by);
    if (nearest) Object.assign(place, { x: nearest.x, y: nearest.y });
  }
}
