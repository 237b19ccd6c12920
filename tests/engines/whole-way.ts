import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { powerDb, readWav } from '../support/wav-file.ts';
import { chromiumPage } from './chromium-page.ts';
import type { EngineBrowser } from './driver.ts';
import {
  hashesAtRest,
  hear,
  leaveToGallery,
  look,
  openByAddress,
  openMixer,
  openFromGallery,
  recordSound,
  typeParameter,
  waitForParameter,
} from './main-way.ts';

/** Tests the main flow of two users, one in an engine and one in Chromium: open, see, hear, edit, meet, record, leave. */
export async function goTheWholeWay(browser: EngineBrowser, playwrightPage: Page, baseUrl: string): Promise<void> {
  const page = await browser.newPage();
  const address = await openFromGallery(page, baseUrl, 'pulsar');

  const seen = await look(page);
  expect(seen.lit).toBeGreaterThan(0.001);
  expect(seen.changed).toBeGreaterThan(0.0005);

  await hear(page);
  expect(await openMixer(page)).toBeLessThan(-6);

  await typeParameter(page, 'physics', 'gravity', 4);
  await waitForParameter(page, 'gravity', 4);
  const clear = await look(page);
  await typeParameter(page, 'visualization', 'blur', 1);
  await waitForParameter(page, 'blur', 1);
  // Names and handles above the picture stay sharp.
  expect((await look(page)).sharpness).toBeLessThan(0.7 * clear.sharpness);

  const other = chromiumPage(playwrightPage);
  await openByAddress(other, address);
  await waitForParameter(other, 'gravity', 4);
  await typeParameter(other, 'physics', 'turbulence', 1.5);
  await waitForParameter(page, 'turbulence', 1.5);
  await typeParameter(page, 'physics', 'gravity', 6);
  await waitForParameter(other, 'gravity', 6);
  const [here, there] = await hashesAtRest([page, other]);
  expect(here).toBe(there);

  const file = await recordSound(page, '0:02', '0:05');
  const wav = readWav(file);
  expect(wav).toMatchObject({ channels: 2, sampleRate: 48_000, frames: 3 * 48_000 });
  expect(powerDb(wav.samples)).toBeGreaterThan(-45);
  const { downloads } = browser;
  if (downloads) await expect.poll(() => readFile(join(downloads, 'pulsar.wav')).catch(() => null)).toEqual(file);

  expect(await other.evaluate(() => window.harmonic!.members.length)).toBe(2);
  await leaveToGallery(page);
  await other.waitFor(() => window.harmonic!.members.length === 1, []);
  expect(await page.errors()).toEqual([]);
  expect(await other.errors()).toEqual([]);
}
