/** What of a stage is covered along its edges, in CSS pixels. */
export interface Cover {
  top: number;
  right: number;
  bottom: number;
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** What spans this share of the width lies along the top or the bottom; what is narrower stands at the right, if it is at all tall. */
const wideShare = 0.6;
const tallShare = 0.3;

/** What boxes over a stage of `width` × `height` cover: by each edge the farthest that one of them reaches in. */
export function coverOf(width: number, height: number, boxes: readonly Box[]): Cover {
  const cover: Cover = { top: 0, right: 0, bottom: 0 };
  for (const box of boxes) {
    if (box.right - box.left >= wideShare * width) {
      const isAbove = box.top + box.bottom < height;
      if (isAbove) cover.top = Math.max(cover.top, box.bottom);
      else cover.bottom = Math.max(cover.bottom, height - box.top);
    } else if (box.bottom - box.top >= tallShare * height) cover.right = Math.max(cover.right, width - box.left);
  }
  // Something is left to look at, whatever a sheet was pulled over.
  return {
    top: Math.round(Math.min(cover.top, height * 0.3)),
    right: Math.round(Math.min(cover.right, width * 0.5)),
    bottom: Math.round(Math.min(cover.bottom, height * 0.6)),
  };
}
