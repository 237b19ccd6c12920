import { test } from '@playwright/test';
import type { EngineBrowser } from './driver.ts';
import { startFirefox, whyNoFirefox } from './firefox.ts';
import { goTheWholeWay } from './whole-way.ts';

test.setTimeout(600_000);
let browser: EngineBrowser | null = null;
test.afterAll(() => browser?.close());

test('Firefox: open, see, hear, edit, meet a member in Chromium, record, leave', async ({ page, baseURL }) => {
  const why = whyNoFirefox();
  // In CI a missing engine is a failure.
  test.skip(!process.env.CI && why !== null, why ?? '');
  browser = await startFirefox();
  await goTheWholeWay(browser, page, baseURL!);
});
