import { chromium } from '@playwright/test';
import { findChromium, webgpuFlags } from '../../tests/support/chromium.ts';
import { serveLab } from '../../tests/support/serve-lab.ts';
import type { LabRendering, LabSound } from '../../tests/support/sound-lab/render.ts';

/** Renders sounds in a browser, one after another, and measures the output of the master. */
export async function renderSounds<K>(sounds: ReadonlyMap<K, LabSound>): Promise<Map<K, LabRendering>> {
  const lab = await serveLab({ folder: 'sound-lab', packages: ['tone'] });
  const browser = await chromium.launch({ executablePath: findChromium(), args: webgpuFlags });
  const renderings = new Map<K, LabRendering>();
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(lab.url);
    await page.waitForFunction(() => window.renderSound !== undefined);
    for (const [name, sound] of sounds) renderings.set(name, await page.evaluate((asked) => window.renderSound!(asked), sound));
    return renderings;
  } finally {
    await browser.close();
    await lab.close();
  }
}
