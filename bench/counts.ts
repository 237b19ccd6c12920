import { inBrowser } from './picture/in-browser.ts';
import { rounded } from './statistics.ts';

/** A CPU would need minutes for the counts of a graphics card, so it gets fewer. */
const asked =
  process.env.WEBGPU === 'hardware' ? { counts: [100_000, 1_000_000, 2_000_000, 4_000_000], rounds: 20 } : { counts: [100_000], rounds: 3 };
const pictureMs = 1000 / 60;

/**
 * Measures the whole picture in full quality by particle count and screen size. The ratio is the share of a sixtieth of a second that the
 * most particles with their sparks take at 1920 × 1080.
 */
export async function run(): Promise<Record<string, unknown>> {
  const { device, software, figures } = await inBrowser('measureCounts', asked);
  const fullest = figures.findLast(({ width }) => width === 1920)!;
  return {
    ratio: rounded(fullest.frameMs / pictureMs),
    device,
    software,
    figures: figures.map((figure) => ({
      ...figure,
      frameMs: rounded(figure.frameMs),
      redrawMs: rounded(figure.redrawMs),
      passesMs: rounded(figure.passesMs),
    })),
  };
}
