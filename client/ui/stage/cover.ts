import type { Cover } from '../../common/cover.ts';
import type { Box } from './spread.ts';

/**
 * A box that spans `wideShare` of the width lies along the top or bottom; another that spans `tallShare` of the height lies at the right.
 */
const wideShare = 0.6;
const tallShare = 0.3;

/** Returns the cover of a stage of `width` × `height`: for each edge the farthest that a box reaches in. */
export function coverOf(width: number, height: number, boxes: readonly Box[]): Cover {
  const cover = { top: 0, right: 0, bottom: 0 };
  const isTall = ({ left, top, right, bottom }: Box) => right - left < wideShare * width && bottom - top >= tallShare * height;
  for (const box of boxes) if (isTall(box)) cover.right = Math.max(cover.right, width - box.left);
  // A bar beside a panel is wide if it spans what the panel leaves free.
  const free = width - Math.min(cover.right, width * 0.5);
  for (const box of boxes) {
    if (isTall(box) || Math.min(box.right, free) - box.left < wideShare * free) continue;
    const isAbove = box.top + box.bottom < height;
    if (isAbove) cover.top = Math.max(cover.top, box.bottom);
    else cover.bottom = Math.max(cover.bottom, height - box.top);
  }
  // Leaves a part of the stage free, however far a sheet is pulled up.
  return {
    top: Math.round(Math.min(cover.top, height * 0.3)),
    right: Math.round(Math.min(cover.right, width * 0.5)),
    bottom: Math.round(Math.min(cover.bottom, height * 0.6)),
  };
}
