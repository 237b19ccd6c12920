import { expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';
import { violationsOf } from '../support/violations.ts';

const authored = (page: Page) => page.evaluate(() => JSON.stringify(window.harmonic!.authoredDocument));
const places = (page: Page) => page.locator('hu-suggestion-gallery button');
const nine = (page: Page) => page.locator('hu-suggestion-gallery button[aria-disabled=false]');

/** What a page asks for by itself: its code, news for the user, and the thumbnail of a universe that has none. */
const ofThePage = /^GET \/assets\/|^GET \/api\/v1\/me\/notifications\/unread$|\/thumbnail$/;

/** Returns a number for the present picture of each preview. */
const picturesOf = (page: Page) =>
  page.locator('hu-suggestion-gallery canvas').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const copy = new OffscreenCanvas(40, 25).getContext('2d')!;
      copy.drawImage(canvas as HTMLCanvasElement, 0, 0, 40, 25);
      return copy.getImageData(0, 0, 40, 25).data.reduce((sum, value, index) => (sum * 31 + value * (index + 1)) % 1_000_003, 0);
    }),
  );

test('suggests eight living universes round the open one; one that is kept can be undone, and nothing is sent before', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  const before = await authored(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));

  await page.keyboard.press('8');
  await expect(nine(page)).toHaveCount(9, { timeout: 120_000 });
  const first = await picturesOf(page);
  await expect
    .poll(async () => (await picturesOf(page)).filter((picture, place) => picture !== first[place]).length, { timeout: 30_000 })
    .toBe(9);

  // Parameters alone: keeping them is one edit.
  await page.locator('button[data-topic=scopes]').click();
  await page.getByRole('checkbox', { name: 'Emitters and wells' }).uncheck();
  await expect(nine(page)).not.toHaveCount(9);
  await expect(nine(page)).toHaveCount(9, { timeout: 120_000 });
  await places(page).nth(4).focus();
  await page.keyboard.press('ArrowRight');
  const words = await places(page).nth(5).getAttribute('aria-label');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-test=said]')).toHaveText(words!);
  await expect(places(page).nth(4)).toHaveAccessibleName(`Proposal: ${words}`);
  await page.locator('button[data-topic=why]').click();
  await expect(page.locator('[data-test=why]')).toContainText('Moved:');
  expect(await violationsOf(page)).toEqual([]);
  expect(await authored(page)).toBe(before);
  expect(asked.filter((request) => !ofThePage.test(request))).toEqual([]);

  await page.locator('[data-test=keep]').click();
  await expect.poll(() => page.evaluate(() => window.harmonic!.pendingEdits())).toBe(0);
  await expect.poll(() => page.evaluate(() => window.harmonic!.log().map(({ edit }) => edit.kind))).toEqual(['parameters.set']);
  expect(await authored(page)).not.toBe(before);
  await page.locator('button[data-test=undo]').click();
  await expect.poll(() => authored(page)).toBe(before);
});

test('moves to what words and a pad ask for, and back to an earlier choice', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.keyboard.press('8');
  const dots = page.locator('hu-aim-pad input');
  await expect(nine(page)).not.toHaveCount(1, { timeout: 120_000 });
  const sentence = page.getByLabel('What it should be like');
  await sentence.fill('very dark blorp');
  await sentence.press('Enter');
  await expect(page.getByRole('button', { name: 'Leave out very dark' })).toBeVisible();
  await expect(page.getByText('Not understood: blorp')).toBeVisible();
  const steps = page.locator('hu-suggestions-panel .steps button');
  await expect(steps).toHaveCount(2, { timeout: 60_000 });
  const dark = Number(await dots.and(page.locator('[data-axis=bright]')).inputValue());

  await page.locator('[data-axis=bright]').focus();
  for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowRight');
  await expect(steps).toHaveCount(3, { timeout: 60_000 });
  await expect.poll(async () => Number(await page.locator('[data-axis=bright]').inputValue())).toBeGreaterThan(dark);

  await steps.first().click();
  await expect(places(page).nth(4)).toHaveAccessibleName('Present: the universe as it is');
  await expect(page.locator('[data-test=keep]')).toHaveCount(0);
});

test('plays a suggestion while it is held', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page, 'heartbeat')}`);
  await page.keyboard.press('m');
  await page.keyboard.press('Space');
  await page.keyboard.press('8');
  await expect(page.locator('button[data-place="0"]')).toHaveAttribute('aria-disabled', 'false', { timeout: 120_000 });
  const level = () => page.evaluate(() => window.harmonic!.audio.rmsDb);
  // The universe is paused, and its last notes are over.
  await expect.poll(level).toBeLessThan(-70);
  await places(page).first().hover();
  await page.mouse.down();
  await expect(page.locator('button.heard')).toHaveAttribute('data-place', '0');
  await expect.poll(level).toBeGreaterThan(-50);
  await page.mouse.up();
  await expect(page.locator('button.heard')).toHaveCount(0);
  await expect.poll(level).toBeLessThan(-70);
  // A press that was held chooses nothing; a short one does.
  await expect(page.locator('[data-test=said]')).toHaveCount(0);
  await places(page).first().click();
  await expect(page.locator('[data-test=said]')).toBeVisible();
});

test('shows spectators suggestions, and why they keep none', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}/watch`);
  await page.keyboard.press('8');
  await expect(page.locator('button[data-place="0"]')).toHaveAttribute('aria-disabled', 'false', { timeout: 120_000 });
  await places(page).first().click();
  await expect(page.locator('[data-test=watching]')).toBeVisible();
  await expect(page.locator('[data-test=keep]')).toHaveCount(0);
});
