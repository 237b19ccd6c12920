import { chromium } from '@playwright/test';
import { findChromium, webgpuFlags } from '../../tests/support/chromium.ts';
import { serveLab } from '../../tests/support/serve-lab.ts';
import type { LabRendering, LabSound } from '../../tests/support/sound-lab/render.ts';
import { soundOfUniverse } from '../../tests/support/sound-lab/sound-of-universe.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { rounded } from '../statistics.ts';

const seconds = 60;
const targetLufs = -16;

/** Renders the first minute of each universe, and measures the output of the master. */
async function renderAll(universes: ReadonlyMap<string, UniverseDocument>): Promise<Map<string, LabRendering>> {
  const lab = await serveLab({ folder: 'sound-lab', packages: ['tone'] });
  const browser = await chromium.launch({ executablePath: findChromium(), args: webgpuFlags });
  const renderings = new Map<string, LabRendering>();
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(lab.url);
    await page.waitForFunction(() => window.renderSound !== undefined);
    for (const [name, document] of universes) {
      const input: LabSound = soundOfUniverse(document, seconds);
      renderings.set(name, await page.evaluate((asked) => window.renderSound!(asked), input));
    }
    return renderings;
  } finally {
    await browser.close();
    await lab.close();
  }
}

/**
 * Measures the loudness of universes over their first minute at the default volume: the largest deviation from −16 LUFS, and the highest
 * true peak. @see ITU-R BS.1770-4
 */
export async function measureLoudness(universes: ReadonlyMap<string, UniverseDocument>): Promise<{
  lufs_worst_deviation: number;
  true_peak_dbtp_max: number;
  lufs: Record<string, number>;
}> {
  const renderings = await renderAll(universes);
  const measured = [...renderings.values()];
  return {
    lufs_worst_deviation: rounded(Math.max(...measured.map(({ lufs }) => Math.abs(lufs - targetLufs)))),
    true_peak_dbtp_max: rounded(Math.max(...measured.map(({ truePeakDb }) => truePeakDb))),
    lufs: Object.fromEntries([...renderings].map(([name, { lufs }]) => [name, rounded(lufs)])),
  };
}
