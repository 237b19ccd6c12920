/** `npm run screenshots`: writes the thumbnails of all templates to `assets/thumbnails/`, and the README's images to `docs/images/`. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium, webgpuFlags } from '../tests/support/chromium.ts';
import { startServerProcess } from '../server/testing/server-process.ts';
import { withTemporaryFolder } from '../tests/support/temporary-folder.ts';
import { buildClient, isClientBuilt } from './build-client.ts';

const root = join(import.meta.dirname, '..');
const thumbnails = join(root, 'assets', 'thumbnails');
const images = join(root, 'docs', 'images');
/** Ticks before a screenshot: the pool of particles is full by then. */
const settleTicks = 900;
const size = { width: 1280, height: 800 };
const thumbnail = { width: 640, height: 400, quality: 0.86 };

/** Opens a new universe from a template and waits until it has settled. */
async function openStage(page: Page, url: string, templateId: string, begin?: () => Promise<void>): Promise<void> {
  await page.goto(`${url}/new/${templateId}`);
  await page.waitForFunction(() => window.harmonic?.scalars);
  await begin?.();
  await page.waitForFunction((ticks) => (window.harmonic?.scalars?.tick ?? 0) > ticks, settleTicks, { timeout: 120_000 });
}

/** Captures the stage as WebP of the size of a thumbnail, without the interface. */
async function captureThumbnail(page: Page): Promise<Buffer> {
  const png = await page.screenshot({ style: ':host(hu-builder-page) > :not(slot) { visibility: hidden !important; }' });
  const encoded = await page.evaluate(
    async ({ source, width, height, quality }) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob(), {
        resizeWidth: width,
        resizeHeight: height,
        resizeQuality: 'high',
      });
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      canvas.getContext('2d')!.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { source: `data:image/png;base64,${png.toString('base64')}`, ...thumbnail },
  );
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
}

async function takeAll(browser: Browser, url: string): Promise<void> {
  const only = process.argv.slice(2);
  const ids = readdirSync(join(root, 'assets', 'templates')).map((file) => file.replace(/\.json$/, ''));
  for (const id of ids) {
    if (only.length > 0 && !only.includes(id)) continue;
    const page = await browser.newPage({ viewport: size, colorScheme: 'dark', bypassCSP: true });
    await page.addInitScript(() => localStorage.setItem('harmonic.quality', '0.86'));
    // The camera centres the scene in the area beside the panels: closing the panel frees the whole stage.
    await openStage(page, url, id, () => page.locator('button[data-panel=physics]').click());
    writeFileSync(join(thumbnails, `${id}.webp`), await captureThumbnail(page));
    await page.close();
    console.log(`assets/thumbnails/${id}.webp`);
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  await page.addInitScript(() => localStorage.setItem('harmonic.quality', '0.86'));
  await openStage(page, url, 'two-galaxies');
  await page.screenshot({ path: join(images, 'universe.jpg'), type: 'jpeg', quality: 84 });
  const visitor = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  await visitor.goto(url);
  await visitor.waitForLoadState('networkidle');
  await visitor.waitForTimeout(1500);
  await visitor.screenshot({ path: join(images, 'gallery.jpg'), type: 'jpeg', quality: 84 });
  await Promise.all([page.close(), visitor.close()]);
  console.log('docs/images/universe.jpg, docs/images/gallery.jpg');
}

mkdirSync(thumbnails, { recursive: true });
mkdirSync(images, { recursive: true });
if (!isClientBuilt()) await buildClient();
await withTemporaryFolder(async (folder) => {
  const server = await startServerProcess({ DATA_DIR: folder });
  const browser = await chromium.launch({ executablePath: findChromium(), args: webgpuFlags });
  try {
    await takeAll(browser, server.url);
  } finally {
    await browser.close();
    await server.end('SIGTERM');
  }
});
