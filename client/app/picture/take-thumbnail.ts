import { bodyLimits, bodyTypes } from '../../../shared/api/body-limits.ts';
import { thumbnailSize } from '../../../shared/api/universes/thumbnail.ts';
import type { PictureCanvas } from '../../gpu/index.ts';
import type { Clarity, StageSize } from './protocol.ts';
import type { Cover } from '../../common/cover.ts';

/** A part of a stage, in CSS pixels. */
interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** JPEG qualities, tried in order until the thumbnail is small enough. */
const qualities = [0.85, 0.7, 0.5, 0.3];
/** Size at which the thumbnail is checked for content. */
const glance = { width: 32, height: 18 } as const;
/** Minimum standard deviation of brightness, of 255. The templates have 8.8 to 29 at the lowest quality; one that has just begun has about 2. */
const minSpreads: Record<Clarity, number> = { clear: 8, faint: 2 };

/** Returns the largest part of the stage in the shape of the thumbnail around the middle of the uncovered area. */
export function partOf(stage: Pick<StageSize, 'width' | 'height'>, cover: Cover): Part {
  const middle = { x: (stage.width - cover.right) / 2, y: (cover.top + stage.height - cover.bottom) / 2 };
  const most = { x: Math.min(middle.x, stage.width - middle.x), y: Math.min(middle.y, stage.height - middle.y) };
  const half = Math.min(most.x / thumbnailSize.width, most.y / thumbnailSize.height);
  const [width, height] = [2 * half * thumbnailSize.width, 2 * half * thumbnailSize.height];
  return { left: middle.x - width / 2, top: middle.y - height / 2, width, height };
}

/** Returns the standard deviation of brightness in pixels of red, green, blue and alpha. */
export function spreadOf(pixels: Uint8ClampedArray): number {
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const brightness = (pixels[at] + pixels[at + 1] + pixels[at + 2]) / 3;
    sum += brightness;
    squares += brightness * brightness;
  }
  const count = Math.max(1, pixels.length / 4);
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

export interface ThumbnailTaker {
  /** Requests a thumbnail of the next picture. */
  want(clarity: Clarity): void;
  /** Call in the task in which the canvas was drawn: later it is empty again. */
  drawn(canvas: PictureCanvas, stage: StageSize, cover: Cover): void;
}

/** Captures thumbnails of what is drawn. A frame waits only for a copy; null is returned if it would show less than requested. */
export function createThumbnailTaker(give: (jpeg: Blob | null) => void): ThumbnailTaker {
  let wanted: Clarity | null = null;
  return {
    want(clarity) {
      wanted = clarity;
    },
    drawn(canvas, stage, cover) {
      if (wanted === null) return;
      const minSpread = minSpreads[wanted];
      wanted = null;
      void encode(copyOf(canvas, stage, partOf(stage, cover)), minSpread).then(give, () => give(null));
    },
  };
}

function copyOf(canvas: PictureCanvas, stage: StageSize, { left, top, width, height }: Part): OffscreenCanvas {
  const copy = new OffscreenCanvas(thumbnailSize.width, thumbnailSize.height);
  const context = copy.getContext('2d', { alpha: false })!;
  const [across, down] = [canvas.width / stage.width, canvas.height / stage.height];
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, left * across, top * down, width * across, height * down, 0, 0, copy.width, copy.height);
  return copy;
}

async function encode(copy: OffscreenCanvas, minSpread: number): Promise<Blob | null> {
  for (const quality of qualities) {
    const jpeg = await copy.convertToBlob({ type: bodyTypes.thumbnail, quality });
    if (jpeg.type !== bodyTypes.thumbnail || (await spreadOfJpeg(jpeg)) < minSpread) return null;
    if (jpeg.size <= bodyLimits.thumbnail) return jpeg;
  }
  return null;
}

/** Reads the encoded JPEG, which avoids another read from the graphics device. */
async function spreadOfJpeg(jpeg: Blob): Promise<number> {
  const bitmap = await createImageBitmap(jpeg, { resizeWidth: glance.width, resizeHeight: glance.height });
  const context = new OffscreenCanvas(glance.width, glance.height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return spreadOf(context.getImageData(0, 0, glance.width, glance.height).data);
}
