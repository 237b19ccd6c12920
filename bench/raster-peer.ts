import { inBrowser } from './picture/in-browser.ts';
import { rounded } from './statistics.ts';

const rounds = 5;
/** Lowest correlation of the block brightnesses of two pictures of one scene. */
const minAlike = 0.8;

/** Pearson's correlation. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const shared = (x: readonly number[], y: readonly number[], ofX: number, ofY: number) =>
    x.reduce((sum, value, i) => sum + (value - ofX) * (y[i] - ofY), 0);
  return shared(a, b, meanA, meanB) / Math.sqrt(shared(a, a, meanA, meanA) * shared(b, b, meanB, meanB));
}

/**
 * Compares a frame of one million particles at 1024² by the picture, with its soft light, trails, bloom and tone, with a frame of the
 * WebGPU renderer of three.js with the same particles and no passes after them. `ratio` is for the same size, two pixels and weights for
 * those between, by the faster of two ways: sprites, as in the manual of three.js, and a point on each of the four pixels. `ratio_pixels`
 * is for one pixel per particle, the least that three.js draws. @throws Error when the pictures do not show the same scene.
 */
export async function run(): Promise<Record<string, unknown>> {
  const { milliseconds, brightness } = await inBrowser('measurePeer', rounds);
  const { picture, ...peers } = brightness;
  const alike = Object.fromEntries(Object.entries(peers).map(([name, blocks]) => [name, rounded(correlation(picture, blocks))]));
  if (!Object.values(alike).every((likeness) => likeness >= minAlike))
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
