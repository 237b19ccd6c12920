import { expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

const framesDrawn = (page: Page) => page.evaluate(() => window.harmonic!.picture.framesDrawn);

/** Blocks the page's thread for 15/16 of about five seconds; returns the number of frames drawn meanwhile. */
async function drawnWhileBusy(page: Page): Promise<number> {
  const before = await framesDrawn(page);
  await page.evaluate(async () => {
    for (let round = 0; round < 10; round++) {
      const until = performance.now() + 450;
      while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  // The page learns of the frames when its thread is free again.
  await page.waitForTimeout(400);
  return (await framesDrawn(page)) - before;
}

test('a busy page does not stop the picture, which is drawn in a worker', async ({ page, browser, baseURL }) => {
  const id = await makeUniverse(page, 'pulsar');
  await page.setViewportSize({ width: 480, height: 320 });
  await openUniversePage(page, `/u/${id}`);
  expect(await page.evaluate(() => window.harmonic!.picture.thread)).toBe('worker');
  const beside = await drawnWhileBusy(page);

  // The same page in a browser that cannot transfer a canvas to a worker.
  const other = await browser.newPage({ baseURL, viewport: { width: 480, height: 320 } });
  await other.addInitScript(() => Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen'));
  await page.close();
  await openUniversePage(other, `/u/${id}/watch`);
  expect(await other.evaluate(() => window.harmonic!.picture.thread)).toBe('page');
  expect(await other.evaluate(() => window.harmonic!.picture.kind)).toBe('webgpu');
  const inside = await drawnWhileBusy(other);

  // If the page draws, it draws a frame or two between blocks.
  expect(inside).toBeGreaterThan(0);
  expect(beside).toBeGreaterThan(1.5 * inside);
  await other.close();
});

test('a handle is where its emitter is drawn, and moves it', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  const handle = page.locator('.handle.emitter').first();
  const middle = async () => {
    const box = (await handle.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const place = () => page.evaluate(() => JSON.stringify(window.harmonic!.document.emitters[0]));
  const before = await place();
  const from = await middle();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y + 40, { steps: 6 });
  await page.mouse.up();
  await expect.poll(place).not.toBe(before);
  await expect.poll(async () => Math.hypot((await middle()).x - from.x - 90, (await middle()).y - from.y - 40)).toBeLessThan(25);
});
