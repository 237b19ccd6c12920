import { expect, type Page, test } from '@playwright/test';
import { thumbnailSize } from '../../shared/api/universes/thumbnail.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

// A card is as large as ever; a small stage leaves more of the processor to it.
test.use({ viewport: { width: 640, height: 400 } });

const given = (page: Page) =>
  page.waitForResponse((response) => response.request().method() === 'PUT' && response.url().endsWith('/thumbnail'), { timeout: 150_000 });

/** Size of a decoded image, and the standard deviation of its brightness at a glance, of 255. */
function seen(page: Page, path: string): Promise<{ width: number; height: number; spread: number }> {
  return page.evaluate(async (address) => {
    const bitmap = await createImageBitmap(await (await fetch(address)).blob());
    // Clusters of particles count, single bright pixels don't.
    const glance = await createImageBitmap(bitmap, { resizeWidth: 32, resizeHeight: 18 });
    const context = new OffscreenCanvas(glance.width, glance.height).getContext('2d')!;
    context.drawImage(glance, 0, 0);
    const { data } = context.getImageData(0, 0, glance.width, glance.height);
    const brightness = Array.from({ length: data.length / 4 }, (_, at) => (data[at * 4] + data[at * 4 + 1] + data[at * 4 + 2]) / 3);
    const mean = brightness.reduce((sum, value) => sum + value, 0) / brightness.length;
    const squares = brightness.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { width: bitmap.width, height: bitmap.height, spread: Math.sqrt(squares / brightness.length) };
  }, path);
}

test('captures a thumbnail of an editor’s view, and its card shows it', async ({ page, request }, { outputDir }) => {
  const id = await makeUniverse(page, 'pulsar');
  await page.request.patch(`/api/v1/universes/${id}`, { data: { name: 'Posing' } });
  const answer = given(page);
  await openUniversePage(page, `/u/${id}`);
  const { thumbnail } = (await (await answer).json()) as { thumbnail: string };

  const response = await request.get(thumbnail);
  expect(response.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
  const { width, height, spread } = await seen(page, thumbnail);
  expect({ width, height }).toEqual(thumbnailSize);
  expect(spread).toBeGreaterThan(8);

  await page.goto('/?q=posing');
  const card = page.locator(`hu-library hu-universe-card[data-universe="${id}"]`);
  const image = card.locator('img');
  await image.scrollIntoViewIfNeeded();
  await expect(image).toHaveAttribute('src', thumbnail);
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(width);
  await card.screenshot({ path: `${outputDir}/card.png` });
});

test('a spectator sends no thumbnail', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const asked: string[] = [];
  page.on('request', (request) => request.method() === 'PUT' && asked.push(request.url()));
  await openUniversePage(page, `/u/${id}/watch`);
  await page.waitForTimeout(12_000);
  expect(asked).toEqual([]);
});
