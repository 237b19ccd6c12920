import { flashRules as rules, flashSlotSeconds } from './flash-rules.ts';
import { createTile, decideTile, isTileSpent } from './flash-tile.ts';

/** Side of a tile in pixels. */
const tileSide = 8;
/** Linear light of the 256 values of a screen. @see IEC 61966-2-1 */
const linearOf = Float32Array.from({ length: 256 }, (_, value) => {
  const encoded = value / 255;
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
});
const encodedOf = (linear: number) => 255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055);

export interface FlashLimiter {
  /** Takes the next picture, RGBA bytes, and changes it where it would flash too often. `seconds` since the one before. */
  limit(pixels: Uint8ClampedArray, seconds: number): void;
}

/** Keeps a picture that is drawn by the processor from flashing: the same rules as `shaders/common/flash.wgsl`. */
export function createFlashLimiter(width: number, height: number): FlashLimiter {
  const across = Math.ceil(width / tileSide);
  const tiles = Array.from({ length: across * Math.ceil(height / tileSide) }, createTile);
  /** The last picture that was shown, in linear light. */
  const shown = new Float32Array(width * height * 3);
  let spentTiles = 0;
  let slotSeconds = 0;
  const mean = { red: 0, green: 0, blue: 0 };

  const measure = (pixels: Uint8ClampedArray, left: number, top: number, right: number, bottom: number) => {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let y = top; y < bottom; y++) {
      const end = (y * width + right) * 4;
      for (let at = (y * width + left) * 4; at < end; at += 4) {
        red += linearOf[pixels[at]];
        green += linearOf[pixels[at + 1]];
        blue += linearOf[pixels[at + 2]];
      }
    }
    const count = (right - left) * (bottom - top);
    mean.red = red / count;
    mean.green = green / count;
    mean.blue = blue / count;
  };

  /** Records pixels that are shown as they are. */
  const keep = (pixels: Uint8ClampedArray, left: number, top: number, right: number, bottom: number) => {
    for (let y = top; y < bottom; y++) {
      const end = (y * width + right) * 4;
      for (let at = (y * width + left) * 4, to = (y * width + left) * 3; at < end; at += 4, to += 3) {
        shown[to] = linearOf[pixels[at]];
        shown[to + 1] = linearOf[pixels[at + 1]];
        shown[to + 2] = linearOf[pixels[at + 2]];
      }
    }
  };

  const blend = (pixels: Uint8ClampedArray, left: number, top: number, right: number, bottom: number, share: number) => {
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = y * width + x;
        for (let channel = 0; channel < 3; channel++) {
          const wanted = linearOf[pixels[at * 4 + channel]];
          const before = shown[at * 3 + channel];
          const linear = before + (wanted - before) * share;
          shown[at * 3 + channel] = linear;
          pixels[at * 4 + channel] = encodedOf(linear);
        }
      }
    }
  };

  return {
    limit(pixels, seconds) {
      slotSeconds += seconds;
      const slots = Math.floor(slotSeconds / flashSlotSeconds);
      slotSeconds -= slots * flashSlotSeconds;
      const closed = spentTiles > rules.flashGateShare * tiles.length;
      const calm = 1 - Math.exp(-seconds / rules.flashCalmSeconds);
      spentTiles = 0;
      for (let index = 0; index < tiles.length; index++) {
        const tile = tiles[index];
        const left = (index % across) * tileSide;
        const top = Math.floor(index / across) * tileSide;
        const right = Math.min(width, left + tileSide);
        const bottom = Math.min(height, top + tileSide);
        measure(pixels, left, top, right, bottom);
        const share = decideTile(tile, mean, slots, closed, calm);
        if (share < 1) blend(pixels, left, top, right, bottom, share);
        else keep(pixels, left, top, right, bottom);
        if (isTileSpent(tile)) spentTiles += 1;
      }
    },
  };
}
