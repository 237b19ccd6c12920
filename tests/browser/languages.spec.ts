import { expect, type Page, test } from '@playwright/test';
import { englishOn, textsOf } from '../support/spoken-texts.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

const pages = ['/', '/settings', '/sign-in', '/sign-up', '/forgot-password', '/notifications', '/nowhere'];
const panels = ['physics', 'music', 'audio', 'visualization', 'coupling', 'emitters', 'mixer'];
/** Share, help, recording, comments, the history, the storyboard, and last the chat, which takes the keyboard focus. */
const keys = ['s', '?', 'c', 'd', 'y', 'b', 'q'];

/** Polls a page until it shows no English: some of its parts may still be loading. */
const expectNoEnglish = (page: Page, where: string) => expect.poll(() => englishOn(page), { message: where }).toEqual([]);

test.describe('in a browser that prefers German', () => {
  test.use({ locale: 'de-AT' });

  test('each page, panel and dialog is in German', async ({ page }) => {
    for (const path of pages) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await expectNoEnglish(page, path);
    }
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Mit einer Vorlage beginnen' })).toBeVisible();
    await openUniversePage(page, `/u/${await makeUniverse(page)}`);
    for (const panel of panels) {
      const tab = page.locator(`button[data-panel=${panel}]`).first();
      if ((await tab.getAttribute('aria-pressed')) !== 'true') await tab.click();
      for (const topic of await page.locator('button[data-topic]').all()) await topic.click();
      await expectNoEnglish(page, panel);
    }
    for (const key of keys) {
      await page.keyboard.press(key);
      await expectNoEnglish(page, `after ${key}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('[data-test=keys]').click();
    await expectNoEnglish(page, 'keys');
    expect(await textsOf(page)).toEqual(expect.arrayContaining(['Bell Well', 'Lebende Teilchen', 'Schreibe eine Nachricht']));
  });

  test('an error of the server is in German', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('E-Mail').fill('niemand@example.org');
    await page.getByLabel('Passwort').fill('falsches Passwort');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await expect(page.getByRole('alert')).toHaveText('Die Adresse oder das Passwort ist falsch.');
    await expectNoEnglish(page, 'refused');
  });
});

test('a chosen language applies at once, and is stored', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.url().endsWith('/me'));
  await page.getByRole('group', { name: 'Language' }).getByText('Deutsch', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page).toHaveTitle('Einstellungen · Harmonic Universe');
  expect((await kept).status()).toBe(200);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await page.getByRole('group', { name: 'Sprache' }).getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
