import { expect, test } from '@playwright/test';
import { whyNoWebkit } from '../support/webkit.ts';
import { chromiumPage } from './chromium-page.ts';
import type { EngineBrowser } from './driver.ts';
import { hashesAtRest, openByAddress, openFromGallery } from './main-way.ts';
import { startWebkit } from './webkit.ts';
import { goTheWholeWay } from './whole-way.ts';

test.setTimeout(600_000);
let browser: EngineBrowser | null = null;
test.beforeEach(() => {
  const why = whyNoWebkit();
  // In CI a missing engine is a failure.
  test.skip(!process.env.CI && why !== null, why ?? '');
});
test.afterEach(async () => {
  await browser?.close();
  browser = null;
});

test('WebKit: open, see, hear, edit, meet a member in Chromium, record, leave', async ({ page, baseURL }) => {
  browser = await startWebkit();
  await goTheWholeWay(browser, page, baseURL!);
});

test('WebKit with shared memory has the same universe as Chromium', async ({ page, baseURL }) => {
  browser = await startWebkit({ sharesMemory: true });
  const sharing = await browser.newPage();
  const address = await openFromGallery(sharing, baseURL!, 'pulsar');
  expect(await sharing.evaluate(() => [typeof SharedArrayBuffer, window.harmonic!.picture.thread])).toEqual(['function', 'worker']);
  const other = chromiumPage(page);
  await openByAddress(other, address);
  const [here, there] = await hashesAtRest([sharing, other]);
  expect(here).toBe(there);
  expect(await sharing.errors()).toEqual([]);
});
