import { expect, test } from '@playwright/test';
import { causeOf, type NoteRule } from '../../shared/simulation/note.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

test.beforeEach(async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.locator('button[data-panel=mixer]').click();
  await page.locator('hu-mixer-panel .start').click();
});

test('the mix changes the sound only for its user: all parts muted are silent, and the universe stays unchanged', async ({ page }) => {
  const loudness = page.locator('[data-test=loudness] dd').first();
  await expect(loudness).not.toContainText('–', { timeout: 30_000 });
  const before = await page.evaluate(() => JSON.stringify(window.harmonic!.parameters));
  for (const mute of await page.locator('hu-channel-strip .mute').all()) await mute.click();
  await expect(loudness).toContainText(/–|-[4-9]\d/, { timeout: 30_000 });
  expect(await page.evaluate(() => JSON.stringify(window.harmonic!.parameters))).toBe(before);
  expect(await page.evaluate(() => window.harmonic!.pendingEdits() + window.harmonic!.log().length)).toBe(0);
  await page.getByRole('button', { name: 'As the universe has it' }).click();
  await expect(loudness).toContainText(/-[1-3]\d/, { timeout: 30_000 });
});

test('a note shows its rule, and its rule can be muted and unmuted', async ({ page }) => {
  const rows = page.locator('hu-event-list .row');
  await expect(rows.nth(3)).toBeVisible({ timeout: 30_000 });
  await rows.first().hover();
  const why = await rows.first().locator('.why').textContent();
  await rows.first().click();
  const chosen = page.locator('[data-test=chosen-note]');
  await expect(chosen).toContainText(causeOf(why!.toLowerCase() as NoteRule));
  await chosen.getByRole('button', { name: 'Leave out this reason' }).click();
  await expect(page.locator('hu-event-list .out button')).toContainText(why!);
  await expect(page.locator('hu-event-list .row.silent .why').first()).toHaveText(why!);
  await page.locator('hu-event-list .out button').click();
  await expect(page.locator('hu-event-list .row.silent')).toHaveCount(0);
});
