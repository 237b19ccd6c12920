import { expect, type Page, test, type Worker } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

const enough = 20;
const pictureOf = (page: Page) => page.evaluate(() => ({ ...window.harmonic!.picture }));
/** What is done to the picture behind the transport. */
const frostOf = (page: Page) => page.locator('hu-transport').evaluate((transport) => getComputedStyle(transport).backdropFilter);
const workerOf = (page: Page): Worker => page.workers().find((worker) => worker.url().includes('picture-worker'))!;

/** Destroys the GPU device at its next frame, in the picture worker. */
async function loseDevice(page: Page): Promise<void> {
  await workerOf(page).evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { prototype } = GPUDevice;
        const { createCommandEncoder } = prototype;
        prototype.createCommandEncoder = function (descriptor) {
          prototype.createCommandEncoder = createCommandEncoder;
          const encoder = createCommandEncoder.call(this, descriptor);
          this.destroy();
          resolve();
          return encoder;
        };
      }),
  );
}

test('rebuilds the picture after a lost device, falls back to the plain canvas after a second, and runs on', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  // A new device counts its frames from 0: `enough` tells the two counts apart.
  await expect.poll(async () => (await pictureOf(page)).framesDrawn).toBeGreaterThan(enough);
  expect(await pictureOf(page)).toMatchObject({ kind: 'webgpu', thread: 'worker' });
  expect(await frostOf(page)).toContain('blur');
  const tick = () => page.evaluate(() => window.harmonic!.scalars!.tick);
  const tickBefore = await tick();

  await loseDevice(page);
  await expect.poll(async () => (await pictureOf(page)).framesDrawn, { intervals: [20] }).toBeLessThan(enough);
  await expect.poll(async () => (await pictureOf(page)).framesDrawn).toBeGreaterThan(4);
  expect(await pictureOf(page)).toMatchObject({ kind: 'webgpu', thread: 'worker', notice: null });

  await loseDevice(page);
  await expect.poll(async () => (await pictureOf(page)).kind).toBe('canvas');
  await expect(page.locator('[data-test=notice]')).toContainText('stopped twice');
  await expect.poll(async () => (await pictureOf(page)).framesDrawn).toBeGreaterThan(4);
  expect(await tick()).toBeGreaterThan(tickBefore);
  // The processor draws now: it is spared what only a graphics device does well.
  expect(await frostOf(page)).toBe('none');
});
