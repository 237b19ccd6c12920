import { expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniverse } from '../support/universe-page.ts';

/** Loudest and quietest level of the master over a while, dBFS. */
async function listen(page: Page, seconds: number): Promise<{ loudest: number; peak: number }> {
  let loudest = -100;
  let peak = -100;
  for (let reading = 0; reading < seconds * 10; reading++) {
    const level = await page.evaluate(() => window.harmonic!.audio);
    loudest = Math.max(loudest, level.rmsDb);
    peak = Math.max(peak, level.peakDb);
    await page.waitForTimeout(100);
  }
  return { loudest, peak };
}

test('sound waits for a touch, is heard then, and is silent when the universe pauses', async ({ page }) => {
  await openUniverse(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  expect(await page.evaluate(() => window.harmonic!.audio.state)).toBe('waiting');
  await page.locator('[data-test=sound]').click();
  await page.waitForFunction(() => window.harmonic!.audio.state === 'running');
  const playing = await listen(page, 6);
  expect(playing.loudest).toBeGreaterThan(-45);
  expect(playing.peak).toBeLessThanOrEqual(-0.1);
  await page.locator('[data-test=play]').click();
  await expect(page.locator('[data-test=play]')).toHaveAttribute('aria-label', 'Play');
  // Where the processor is busy the audio clock runs late: silence has to come, and then to stay.
  await expect.poll(() => page.evaluate(() => window.harmonic!.audio.rmsDb)).toBeLessThan(-80);
  await page.waitForTimeout(500);
  expect((await listen(page, 2)).loudest).toBeLessThan(-80);
  await page.locator('[data-test=play]').click();
  await expect.poll(() => page.evaluate(() => window.harmonic!.audio.rmsDb)).toBeGreaterThan(-45);
});

test('a browser without audio says so and plays on in silence', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['AudioContext', 'webkitAudioContext', 'OfflineAudioContext']) Reflect.deleteProperty(window, name);
  });
  await openUniverse(page, `/u/${await makeUniverse(page)}`);
  await page.locator('[data-test=sound]').click();
  await page.waitForFunction(() => window.harmonic!.audio.state === 'unavailable');
  expect(await page.evaluate(() => window.harmonic!.audio.message)).toContain('no sound');
  const before = await page.evaluate(() => window.harmonic!.scalars!.tick);
  await page.waitForFunction((tick) => window.harmonic!.scalars!.tick > tick + 30, before);
});
