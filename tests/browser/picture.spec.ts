import { chromium, expect, test } from '@playwright/test';
import { findChromium, plainFlags } from '../support/chromium.ts';
import { differenceOf, makeUniverse, openUniversePage, readPicture, setParameter } from '../support/universe-page.ts';

test('the picture is drawn by WebGPU, is not black, and moves', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.waitForTimeout(3000);
  expect(await page.evaluate(() => window.harmonic?.picture.kind)).toBe('webgpu');
  const before = await readPicture(page);
  await page.waitForTimeout(1500);
  const after = await readPicture(page);
  expect(before.mean).toBeGreaterThan(2);
  expect(before.litShare).toBeGreaterThan(0.005);
  expect(differenceOf(before, after)).toBeGreaterThan(0.5);
});

test('a visualization parameter changes the picture of a paused universe', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.waitForTimeout(2000);
  await page.locator('[data-test=play]').click();
  await expect(page.locator('[data-test=play]')).toHaveAttribute('aria-label', 'Play');
  await setParameter(page, 'visualization', 'trail', 0);
  await setParameter(page, 'visualization', 'brightness', 1);
  await page.waitForTimeout(2000);
  const before = await readPicture(page);
  await setParameter(page, 'visualization', 'brightness', 0.1);
  await page.waitForTimeout(2500);
  const after = await readPicture(page);
  expect(after.mean).toBeLessThan(before.mean * 0.7);
});

test('draws the plain canvas without WebGPU, with a notice that says why', async ({ baseURL }) => {
  const browser = await chromium.launch({ executablePath: findChromium(), args: plainFlags });
  try {
    const page = await browser.newPage({ baseURL, viewport: { width: 1280, height: 800 } });
    await page.addInitScript(() => Object.defineProperty(navigator, 'gpu', { value: undefined }));
    await openUniversePage(page, `/u/${await makeUniverse(page)}`);
    await expect(page.locator('[data-test=notice]')).toContainText('WebGPU');
    await page.waitForTimeout(2000);
    expect(await page.evaluate(() => window.harmonic?.picture.kind)).toBe('canvas');
    expect((await readPicture(page)).litShare).toBeGreaterThan(0.003);
  } finally {
    await browser.close();
  }
});

test('the interface fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  for (const selector of ['hu-transport', 'nav.tabs', '[data-test=sound]']) {
    const box = await page.locator(selector).boundingBox();
    expect(box, selector).not.toBeNull();
    expect(box!.x, selector).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width, selector).toBeLessThanOrEqual(390);
    expect(box!.y + box!.height, selector).toBeLessThanOrEqual(844);
  }
  await page.locator('button[data-panel=music]').click();
  const panel = await page.locator('aside.panel').boundingBox();
  expect(panel!.x).toBeGreaterThanOrEqual(0);
  expect(panel!.x + panel!.width).toBeLessThanOrEqual(390);
});
