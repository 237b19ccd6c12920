import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

test('a universe is exported as a file and imported by the picker and by a drop', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await page.request.patch(`/api/v1/universes/${id}`, { data: { name: 'Taken along' } });
  await openUniversePage(page, `/u/${id}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as a file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Taken-along.universe.json');
  const text = await readFile(await download.path(), 'utf8');

  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Import a file' })).toBeVisible();
  await page.locator('hu-begin input').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text.replace('"gravity":', '"gravity":9')),
  });
  await expect(page.getByText(/bad\.json was not imported: document\.parameters\.gravity \(90/)).toBeVisible();
  await page.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'taken.json', { type: 'application/json' }));
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
    }
  }, text);
  await page.waitForURL(/\/u\/\w+$/);
  await page.waitForFunction(() => window.harmonic?.connection === 'online');
  expect(page.url()).not.toContain(id);
  await expect(page.getByRole('heading', { name: 'Taken along' })).toBeVisible();
});

test('creates an empty universe', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'New universe' }).click();
  await page.waitForURL(/\/u\/\w+$/);
  await expect(page.getByRole('heading', { name: 'Untitled universe' })).toBeVisible();
});
