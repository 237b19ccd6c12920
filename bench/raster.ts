import { inBrowser } from './picture/in-browser.ts';
import { rounded } from './statistics.ts';

const rounds = 3;
/** Two launches of a browser may differ by a third, because of their memory layout: the median of three counts. */
const launches = 3;

/** @throws Error when the pictures differ. */
async function measureOnce() {
  const measured = await inBrowser('measureRaster', rounds);
  for (const [name, { pictures, exact }] of Object.entries(measured)) {
    const hashes = new Set(Object.values(pictures).map(({ hash }) => hash));
    if (hashes.size > 1 || !exact || pictures.compute.total === 0)
      throw new Error(`${name}: the pictures differ: ${JSON.stringify(pictures)}`);
  }
  return measured;
}

function ratioOf({ compute, points, prepared }: Record<'compute' | 'points' | 'prepared', number>): number {
  return rounded(Math.min(points, prepared) / compute);
}

/**
 * Compares the picture's compute raster with lists of points that draw the same image of one million particles at 1024²: with points shared
 * between the four pixels around them, as in the picture, and with points on one pixel. The peer is the faster of two: every point computes
 * its particle, or a compute pass does so before.
 */
export async function run(): Promise<Record<string, unknown>> {
  const launched: Awaited<ReturnType<typeof measureOnce>>[] = [];
  for (let launch = 0; launch < launches; launch++) launched.push(await measureOnce());
  const ratios = launched.map(({ shared }) => ratioOf(shared.milliseconds));
  const { shared, coarse } = launched[ratios.indexOf(ratios.toSorted((a, b) => a - b)[launches >> 1])];
  return {
    ratio: ratioOf(shared.milliseconds),
    ratios,
    ratio_one_pixel: ratioOf(coarse.milliseconds),
    compute_ms: rounded(shared.milliseconds.compute),
    points_ms: rounded(shared.milliseconds.points),
    prepared_points_ms: rounded(shared.milliseconds.prepared),
    one_pixel_compute_ms: rounded(coarse.milliseconds.compute),
    one_pixel_points_ms: rounded(coarse.milliseconds.points),
    one_pixel_prepared_points_ms: rounded(coarse.milliseconds.prepared),
    hash: shared.pictures.compute.hash,
    one_pixel_hash: coarse.pictures.compute.hash,
    fullest_pixel: shared.pictures.compute.most,
  };
}
