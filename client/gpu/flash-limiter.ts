import { ageTurn, flashRules as rules, flashSlotSeconds, followTurn, heldShare, isSpent, type Turn } from './flash-rules.ts';

/** Side of a tile in pixels. */
const tileSide = 8;
/** There is no brightness from which a red does not count. */
const noCeiling = 2;

/** What a tile is and was: of what it should show and of what it shows, the light and the red. */
interface Tile {
  readonly wantedLight: Turn;
  readonly wantedRed: Turn;
  readonly shownLight: Turn;
  readonly shownRed: Turn;
  /** Mean relative luminance, and R − G − B of the mean, as last shown. */
  light: number;
  red: number;
}

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

const newTurn = (): Turn => ({ extreme: 0, memory: 0 });
const turnsOf = (tile: Tile) => [tile.wantedLight, tile.wantedRed, tile.shownLight, tile.shownRed];

/** Keeps a picture that is drawn by the processor from flashing: the same rules as `shaders/common/flash.wgsl`. */
export function createFlashLimiter(width: number, height: number): FlashLimiter {
  const across = Math.ceil(width / tileSide);
  const tiles = Array.from({ length: across * Math.ceil(height / tileSide) }, (): Tile => ({
    wantedLight: newTurn(),
    wantedRed: newTurn(),
    shownLight: newTurn(),
    shownRed: newTurn(),
    light: 0,
    red: 0,
  }));
  /** What was shown last, linear light. */
  const shown = new Float32Array(width * height * 3);
  let spentTiles = 0;
  let slotSeconds = 0;
  const mean = { red: 0, green: 0, blue: 0 };

  const measure = (pixels: Uint8ClampedArray, left: number, top: number, right: number, bottom: number) => {
    mean.red = mean.green = mean.blue = 0;
    for (let y = top; y < bottom; y++) {
      for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
        mean.red += linearOf[pixels[at]];
        mean.green += linearOf[pixels[at + 1]];
        mean.blue += linearOf[pixels[at + 2]];
      }
    }
    const count = (right - left) * (bottom - top);
    mean.red /= count;
    mean.green /= count;
    mean.blue /= count;
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
          if (share < 1) pixels[at * 4 + channel] = encodedOf(linear);
        }
      }
    }
  };

  /** Share of the way that a tile goes towards what it should show; remembers what comes of it. */
  const decide = (tile: Tile, slots: number, closed: boolean, calm: number): number => {
    const light = 0.2126 * mean.red + 0.7152 * mean.green + 0.0722 * mean.blue;
    const red = Math.max(0, mean.red - mean.green - mean.blue);
    const saturated = mean.red > rules.flashRedShare * (mean.red + mean.green + mean.blue);
    for (const turn of turnsOf(tile)) ageTurn(turn, slots);
    const spent = turnsOf(tile).some(isSpent);
    let share = 1;
    if (closed && spent) {
      share = calm;
      if (isSpent(tile.shownLight))
        share = Math.min(share, heldShare(tile.shownLight, tile.light, light, rules.flashLightHold, rules.flashLightCeiling));
      if (isSpent(tile.shownRed)) share = Math.min(share, heldShare(tile.shownRed, tile.red, red, rules.flashRedHold, noCeiling));
    }
    tile.light += (light - tile.light) * share;
    tile.red += (red - tile.red) * share;
    followTurn(tile.wantedLight, light, rules.flashLightStep, rules.flashLightCeiling, false, false);
    followTurn(tile.wantedRed, red, rules.flashRedStep, noCeiling, saturated, true);
    followTurn(tile.shownLight, tile.light, rules.flashLightStep, rules.flashLightCeiling, false, false);
    followTurn(tile.shownRed, tile.red, rules.flashRedStep, noCeiling, saturated, true);
    return share;
  };

  return {
    limit(pixels, seconds) {
      slotSeconds += seconds;
      const slots = Math.floor(slotSeconds / flashSlotSeconds);
      slotSeconds -= slots * flashSlotSeconds;
      const closed = spentTiles > rules.flashGateShare * tiles.length;
      const calm = 1 - Math.exp(-seconds / rules.flashCalmSeconds);
      spentTiles = 0;
      for (const [index, tile] of tiles.entries()) {
        const left = (index % across) * tileSide;
        const top = Math.floor(index / across) * tileSide;
        const [right, bottom] = [Math.min(width, left + tileSide), Math.min(height, top + tileSide)];
        measure(pixels, left, top, right, bottom);
        blend(pixels, left, top, right, bottom, decide(tile, slots, closed, calm));
        if (turnsOf(tile).some(isSpent)) spentTiles += 1;
      }
    },
  };
}
