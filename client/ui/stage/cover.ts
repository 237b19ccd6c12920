import type { Cover } from '../../common/cover.ts';
import type { Box } from './spread.ts';

/** What spans this share of the width lies along the top or the bottom; what is narrower stands at the right, if it is at all tall. */
const wideShare = 0.6;
const tallShare = 0.3;

/** What boxes over a stage of `width` × `height` cover: by each edge the farthest that one of them reaches in. */
export function coverOf(width: number, height: number, boxes: readonly Box[]): Cover {
  const cover = { top: 0, right: 0, bottom: 0 };
  const isTall = ({ left, top, right, bottom }: Box) => right - left < wideShare * width && bottom - top >= tallShare * height;
  for (const box of boxes) if (isTall(box)) cover.right = Math.max(cover.right, width - box.left);
  // A bar beside a panel is wide if it spans what the panel leaves.
  const free = width - Math.min(cover.right, width * 0.5);
  for (const box of boxes) {
    if (isTall(box) || Math.min(box.right, free) - box.left < wideShare * free) continue;
    const isAbove = box.top + box.bottom < height;
    if (isAbove) cover.top = Math.max(cover.top, box.bottom);
    else cover.bottom = Math.max(cover.bottom, height - box.top);
  }
  // Something is left to look at, whatever a sheet was pulled over.
  return {
    top: Math.round(Math.min(cover.top, height * 0.3)),
    right: Math.round(Math.min(cover.right, width * 0.5)),
    bottom: Math.round(Math.min(cover.bottom, height * 0.6)),
  };
}
