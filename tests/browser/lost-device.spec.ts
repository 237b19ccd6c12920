import { expect, type Page, test, type Worker } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

const enough = 20;
const pictureOf = (page: Page) => page.evaluate(() => ({ ...window.harmonic!.picture }));
const workerOf = (page: Page): Worker => page.workers().find((worker) => worker.url().includes('picture-worker'))!;

/** Takes the device away that draws the next picture, in the worker that draws. */
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

test('an open universe gets its picture back after a lost device, and a plain one after a second, while it plays on', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  // Pictures are counted anew on a new device: so many stand between the two counts.
  await expect.poll(async () => (await pictureOf(page)).framesDrawn).toBeGreaterThan(enough);
  expect(await pictureOf(page)).toMatchObject({ kind: 'webgpu', thread: 'worker' });
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
});
