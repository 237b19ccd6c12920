import { type Page, test } from '@playwright/test';
import { serveLab } from './serve-lab.ts';

/**
 * Serves the picture laboratory for the tests of a file, and opens its page until `isReady` holds in it: once for all of them, since a
 * drawing keeps nothing of the one before but compiled shaders, or `anew` for each.
 * @returns a function that returns the page
 */
export function usePictureLab(
  file: string,
  isReady: () => boolean,
  { viewport = { width: 1280, height: 800 }, anew = false }: { viewport?: { width: number; height: number }; anew?: boolean } = {},
): () => Page {
  let lab: Awaited<ReturnType<typeof serveLab>>;
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    lab = await serveLab({ folder: 'picture-lab', packages: ['bitecs', 'culori/fn', 'wgpu-matrix', 'zod'] });
    page = await browser.newPage({ viewport });
  });
  test.beforeEach(async () => {
    if (!anew && page.url() !== 'about:blank') return;
    await page.goto(lab.url + file);
    await page.waitForFunction(isReady);
  });
  test.afterAll(async () => {
    await page.close();
    await lab.close();
  });
  return () => page;
}
