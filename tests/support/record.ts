import { readFileSync } from 'node:fs';
import { type Download, expect, type Page } from '@playwright/test';
import type { RecordKind } from '../../client/store/recording.ts';
import { tickOf } from './universe-page.ts';

/** Waits until the universe is past a number of seconds. */
export async function waitFor(page: Page, seconds: number): Promise<void> {
  await expect.poll(() => tickOf(page), { timeout: 60_000 }).toBeGreaterThan(seconds * 60);
}

/** Opens the dialog and chooses what to record, between two times. */
export async function openForm(page: Page, what: RecordKind, from: string, to: string): Promise<void> {
  if (!(await page.locator('hu-record-dialog dialog').isVisible())) await page.locator('[data-test=record]').click();
  await page.locator(`hu-record-form input[value=${what}]`).check();
  await page.locator('hu-record-form input[value=between]').check();
  await page.getByLabel('From, minutes').fill(from);
  await page.getByLabel('To, minutes').fill(to);
}

/** Records a part of the open universe with the dialog and returns the files that it saves. */
export async function recordPart(page: Page, what: RecordKind, from: string, to: string): Promise<{ name: string; bytes: Buffer }[]> {
  const downloads: Download[] = [];
  const keep = (download: Download) => downloads.push(download);
  page.on('download', keep);
  await openForm(page, what, from, to);
  await page.locator('[data-test=record-start]').click();
  const done = page.locator('[data-test=record-done], [data-test=record-failed]');
  await done.waitFor({ timeout: 440_000 });
  expect(await page.evaluate(() => window.harmonic!.recording.message)).not.toMatch(/error|fail/i);
  const names = await page.evaluate(() => window.harmonic!.recording.files.map(({ name }) => name));
  await expect.poll(() => downloads.length).toBe(names.length);
  page.off('download', keep);
  await page.locator('[data-test=record-another]').click();
  return Promise.all(
    downloads.map(async (download) => ({ name: download.suggestedFilename(), bytes: readFileSync(await download.path()) })),
  );
}
