import { expect, test } from '@playwright/test';
import { choosePreference } from '../support/choose-preference.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

test('the picture follows the system’s pixel ratio', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  const widthOf = () => page.locator('canvas.stage').evaluate((canvas) => (canvas as HTMLCanvasElement).width);
  const narrow = await widthOf();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 2, mobile: false });
  await expect.poll(widthOf).toBe(narrow * 2);
  await devtools.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false });
  await expect.poll(widthOf).toBe(narrow);
});

test.describe('without the preset of the tests', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('the picture has the chosen quality', async ({ page }) => {
    await page.goto('/settings');
    await choosePreference(page, 'Picture quality', 'Low');
    await openUniversePage(page, `/u/${await makeUniverse(page)}`);
    await expect.poll(() => page.evaluate(() => window.harmonic!.picture.resolutionScale)).toBe(0.42);
  });
});
