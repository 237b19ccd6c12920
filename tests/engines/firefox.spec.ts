import { test } from '@playwright/test';
import type { EngineBrowser } from './driver.ts';
import { startFirefox, whyNoFirefox } from './firefox.ts';
import { goTheWholeWay } from './whole-way.ts';

test.setTimeout(600_000);
let browser: EngineBrowser | null = null;
test.afterAll(() => browser?.close());

test('Firefox: open, see, hear, edit, meet somebody in Chromium, record, leave', async ({ page, baseURL }) => {
  const why = whyNoFirefox();
  // Where everything is tested, what is missing is a failure.
  test.skip(!process.env.CI && why !== null, why ?? '');
  browser = await startFirefox();
  await goTheWholeWay(browser, page, baseURL!);
});
