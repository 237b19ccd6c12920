import type { Bits } from './bits.ts';

const levels = 256;
/** If more than this share of the cells is set, it is the background and not the figure. */
const mostlyFilled = 0.6;

/** Returns the level above which a value belongs to the brighter of two groups, or null if there is only one. @see Otsu 1979 */
export function otsuLevel(values: Uint8Array): number | null {
  const counts = new Float64Array(levels);
  let sum = 0;
  for (const value of values) {
    counts[value] += 1;
    sum += value;
  }
  let best: number | null = null;
  let most = 0;
  let below = 0;
  let sumBelow = 0;
  for (let level = 0; level < levels - 1; level++) {
    below += counts[level];
    sumBelow += level * counts[level];
    const above = values.length - below;
    if (below === 0 || above === 0) continue;
    const apart = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (apart > most) {
      most = apart;
      best = level;
    }
  }
  return best;
}

/** Returns the relative luminance of an opaque or clear pixel on black, 0..255, from sRGB bytes as they are. @see ITU-R BT.709 */
function lightOf(pixels: Uint8ClampedArray, at: number): number {
  const luma = 0.2126 * pixels[at] + 0.7152 * pixels[at + 1] + 0.0722 * pixels[at + 2];
  return Math.round((luma * pixels[at + 3]) / 255);
}

/**
 * Returns the figure of an image: its bright pixels, or its dark pixels if most are bright; in a drawing of one dark ink on a clear
 * background, its opaque pixels. `pixels`: RGBA, u8[n × 4]. Returns null if all pixels are equal.
 */
export function figureOf(pixels: Uint8ClampedArray): Bits | null {
  const count = pixels.length / 4;
  const light = Uint8Array.from({ length: count }, (_, index) => lightOf(pixels, index * 4));
  const cover = Uint8Array.from({ length: count }, (_, index) => pixels[index * 4 + 3]);
  for (const values of [light, cover]) {
    const level = otsuLevel(values);
    if (level === null) continue;
    const bits = Uint8Array.from(values, (value) => (value > level ? 1 : 0));
    const filled = bits.reduce((sum, bit) => sum + bit, 0) / count;
    return filled > mostlyFilled ? bits.map((bit) => 1 - bit) : bits;
  }
  return null;
}

/** Returns the largest centred rectangle with an image's proportions that fits into a square, at least 1 × 1. */
export function fitInto(side: number, width: number, height: number): { left: number; top: number; width: number; height: number } {
  const scale = side / Math.max(width, height);
  const fitted = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return { left: Math.floor((side - fitted.width) / 2), top: Math.floor((side - fitted.height) / 2), ...fitted };
}
