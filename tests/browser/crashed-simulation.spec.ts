import { expect, test } from '@playwright/test';
import { makeUniverse, openUniversePage, tickOf } from '../support/universe-page.ts';

test('a crashed simulation restarts by itself, and continues at the tick of the room', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  const simulation = () => page.workers().find((worker) => worker.url().includes('simulation-worker'));
  const first = simulation()!;
  const before = await tickOf(page);
  await first.evaluate(() => {
    setTimeout(() => {
      throw new Error('the plug is pulled');
    });
  });
  await expect.poll(() => simulation() !== undefined && simulation() !== first).toBe(true);
  await expect.poll(() => tickOf(page), { timeout: 30_000 }).toBeGreaterThan(before + 120);
  expect(await page.evaluate(() => window.harmonic?.connection)).toBe('online');
});
