import { expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

/** Highest RMS and peak level of the master over some seconds, dBFS. */
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

test('sound waits for a touch, plays, and is silent while the universe is paused', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  expect(await page.evaluate(() => window.harmonic!.audio.state)).toBe('waiting');
  await page.locator('[data-test=sound]').click();
  await page.waitForFunction(() => window.harmonic!.audio.state === 'running');
  const playing = await listen(page, 6);
  expect(playing.loudest).toBeGreaterThan(-45);
  expect(playing.peak).toBeLessThanOrEqual(-0.1);
  await page.locator('[data-test=play]').click();
  await expect(page.locator('[data-test=play]')).toHaveAttribute('aria-label', 'Play');
  // On a busy CPU the audio clock runs late: the test waits for silence, then checks that it lasts.
  await expect.poll(() => page.evaluate(() => window.harmonic!.audio.rmsDb)).toBeLessThan(-80);
  await page.waitForTimeout(500);
  expect((await listen(page, 2)).loudest).toBeLessThan(-80);
  await page.locator('[data-test=play]').click();
  await expect.poll(() => page.evaluate(() => window.harmonic!.audio.rmsDb)).toBeGreaterThan(-45);
});

test('a page that is blocked 200 ms every second plays every note in time', async ({ page }) => {
  await page.setViewportSize({ width: 480, height: 320 });
  await page.addInitScript(() => {
    const contexts: BaseAudioContext[] = [];
    const spare: number[] = [];
    Object.assign(window, { spare });
    const Native = AudioContext;
    window.AudioContext = class extends Native {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    };
    // The attack of a note: the time from now until it starts.
    const ramp = AudioParam.prototype.linearRampToValueAtTime;
    AudioParam.prototype.linearRampToValueAtTime = function (value, at) {
      const context = contexts.at(-1);
      if (value > 0 && context) spare.push(at - context.currentTime);
      return ramp.call(this, value, at);
    };
  });
  await openUniversePage(page, `/u/${await makeUniverse(page, 'living-garden')}`);
  await page.locator('[data-test=sound]').click();
  await page.waitForFunction(() => window.harmonic!.audio.state === 'running');
  const heard = await page.evaluate(async () => {
    const block = async (times: number) => {
      for (let time = 0; time < times; time++) {
        const until = performance.now() + 200;
        while (performance.now() < until);
        await new Promise((resolve) => setTimeout(resolve, 800));
      }
    };
    const { spare } = window as unknown as { spare: number[] };
    await block(5);
    spare.length = 0;
    await block(8);
    return { spare, latencySeconds: window.harmonic!.heard!.latencySeconds };
  });
  expect(heard.spare.length).toBeGreaterThan(10);
  expect(Math.min(...heard.spare)).toBeGreaterThan(0);
  expect(heard.latencySeconds).toBeGreaterThan(0.12);
  expect(heard.latencySeconds).toBeLessThan(1.5);
});

test('plays on while nothing is drawn, as in a background tab', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen'));
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
  });
  await page.waitForTimeout(500);
  const drawn = () => page.evaluate(() => window.harmonic!.picture.framesDrawn);
  const before = await drawn();
  await page.locator('[data-test=sound]').click({ force: true });
  await page.waitForFunction(() => window.harmonic!.audio.state === 'running');
  await expect.poll(() => page.evaluate(() => window.harmonic!.heard!.meter.lufsShortTerm)).toBeGreaterThan(-40);
  expect(await drawn()).toBe(before);
});

test('reports a browser without audio, and runs on in silence', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['AudioContext', 'webkitAudioContext', 'OfflineAudioContext']) Reflect.deleteProperty(window, name);
  });
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.locator('[data-test=sound]').click();
  await page.waitForFunction(() => window.harmonic!.audio.state === 'unavailable');
  expect(await page.evaluate(() => window.harmonic!.audio.message)).toContain('no sound');
  const before = await page.evaluate(() => window.harmonic!.scalars!.tick);
  await page.waitForFunction((tick) => window.harmonic!.scalars!.tick > tick + 30, before);
});
