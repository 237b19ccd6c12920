import { chromium } from '@playwright/test';
import { findChromium, webgpuFlags } from '../../tests/support/chromium.ts';
import { serveLab } from '../../tests/support/serve-lab.ts';

type Benches = NonNullable<Window['benches']>;

/** Runs one of the page's benchmarks in Chromium, with the flags of the tests. */
export async function inBrowser<K extends keyof Benches>(
  name: K,
  asked: Parameters<Benches[K]>[0],
): Promise<Awaited<ReturnType<Benches[K]>>> {
  const lab = await serveLab({ folder: 'picture-bench', packages: ['culori', 'wgpu-matrix', 'three/webgpu', 'three/tsl'] });
  const browser = await chromium.launch({ executablePath: findChromium(), args: webgpuFlags });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 1100 } });
    page.on('pageerror', (error) => console.error(error.message));
    page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
    await page.goto(lab.url);
    await page.waitForFunction(() => window.benches !== undefined);
    return await page.evaluate<Awaited<ReturnType<Benches[K]>>>(`window.benches.${name}(${JSON.stringify(asked)})`);
  } finally {
    await browser.close();
    await lab.close();
  }
}
