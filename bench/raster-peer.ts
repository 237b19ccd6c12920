import { inBrowser } from './picture/in-browser.ts';
import { rounded } from './statistics.ts';

const rounds = 5;
/** Blocks of two pictures of one scene rise and fall together at least so far. */
const leastAlike = 0.8;

/** Pearson's correlation. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const shared = (x: readonly number[], y: readonly number[], ofX: number, ofY: number) =>
    x.reduce((sum, value, i) => sum + (value - ofX) * (y[i] - ofY), 0);
  return shared(a, b, meanA, meanB) / Math.sqrt(shared(a, a, meanA, meanA) * shared(b, b, meanB, meanB));
}

/**
 * A frame of one million particles at 1024² by the picture, with its soft light, trails, bloom and tone, against a frame of
 * three.js's WebGPU renderer with the same particles and nothing after them. `ratio` is with the same size, two pixels and
 * weights for those between, by the faster of two ways: sprites, as three's manual has it, and a point on each of the four
 * pixels. `ratio_pixels` is with a pixel for each, the least that three draws. @throws Error where the pictures are not of one scene.
 */
export async function run(): Promise<Record<string, unknown>> {
  const { milliseconds, brightness } = await inBrowser('measurePeer', rounds);
  const { picture, ...peers } = brightness;
  const alike = Object.fromEntries(Object.entries(peers).map(([name, blocks]) => [name, rounded(correlation(picture, blocks))]));
  if (!Object.values(alike).every((likeness) => likeness >= leastAlike))
    throw new Error(`the pictures are not alike: ${JSON.stringify(alike)}`);
  return {
    ratio: rounded(Math.min(milliseconds.sprites, milliseconds.corners) / milliseconds.picture),
    ratio_pixels: rounded(milliseconds.pixels / milliseconds.picture),
    picture_ms: rounded(milliseconds.picture),
    sprites_ms: rounded(milliseconds.sprites),
    corners_ms: rounded(milliseconds.corners),
    pixels_ms: rounded(milliseconds.pixels),
    alike,
  };
}
