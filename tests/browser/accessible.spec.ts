import { expect, test } from '@playwright/test';
import { features } from '../../client/app/features/index.ts';
import { tabsOf } from '../../client/ui/features.ts';
import { apiPaths } from '../../shared/api/contract/paths.ts';
import { friendOf } from '../support/friend.ts';
import { busyStatus } from '../support/server-status.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';
import { violationsOf } from '../support/violations.ts';
import { visitorOf } from '../support/visit.ts';

const themes = ['dark', 'light'] as const;

for (const [name, viewport, theme] of [
  ['desk', { width: 1440, height: 900 }, 'dark'],
  ['desk', { width: 1440, height: 900 }, 'light'],
  ['phone', { width: 390, height: 844 }, 'light'],
] as const) {
  test(`pages have no violations, ${name}, ${theme}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: theme });
    const id = await makeUniverse(page);
    await page.request.patch(`/api/v1/universes/${id}`, { data: { tags: ['deep'] } });
    const me = (await (await page.request.get('/api/v1/me')).json()) as { id: string };
    const other = await friendOf(page);
    await other.request.get('/api/v1/me');
    await other.request.post(`/api/v1/universes/${id}/comments`, { data: { text: 'Heard' } });
    await other.context().close();
    const words = { name: 'Mine', sentence: 'As I like it.', category: 'calm', putForward: ['tempo', 'palette'] };
    const template = await page.request.post('/api/v1/templates', { data: { ...words, universeId: id } });
    const { id: templateId } = (await template.json()) as { id: string };
    // A guest is no administrator: the page is shown what one would see.
    await page.route(`**${apiPaths.getServerStatus.path}`, (route) => route.fulfill({ json: busyStatus }));
    const pages = [
      '/',
      '/?q=well',
      '/sign-in',
      '/sign-up',
      '/forgot-password',
      '/reset-password',
      '/settings',
      '/notifications',
      `/people/${me.id}`,
      `/templates/${templateId}/edit`,
      '/admin',
      '/nowhere',
    ];
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    const visit = visitorOf(page);
    const titles = new Set<string>();
    for (const path of pages) {
      await visit(path);
      titles.add(await page.title());
      expect.soft([path, await violationsOf(page)]).toEqual([path, []]);
    }
    // Each of them was there: the gallery, a search and the page of nothing share a title.
    expect(titles.size).toBe(pages.length - 2);
    // Sign-ups from one address are rate-limited per hour.
    if (name === 'phone') return;
    await page.request.post('/api/v1/auth/register', {
      data: { email: `${name}-${theme}-settings@example.org`, password: 'correct horse' },
    });
    await page.goto('/settings');
    await expect(page.getByText('Recent activity')).toBeVisible();
    await expect(page.getByText('Sign-in methods')).toBeVisible();
    expect.soft(['an account', await violationsOf(page)]).toEqual(['an account', []]);
  });
}

for (const theme of themes) {
  test(`a universe has no violations with any panel or dialog open, ${theme}`, async ({ page }) => {
    // Opens every panel in turn while the CPU draws the picture.
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openUniversePage(page, `/u/${await makeUniverse(page)}`);
    for (const { name: panel } of tabsOf(features)) {
      const tab = page.locator(`button[data-panel=${panel}]`);
      if ((await tab.getAttribute('aria-pressed')) !== 'true') await tab.click();
      expect.soft([panel, await violationsOf(page)]).toEqual([panel, []]);
    }
    const id = new URL(page.url()).pathname.slice('/u/'.length);
    const body = { text: 'Pinned', place: { x: 1, y: 1, z: 0 }, tick: 60, storySeconds: 2 };
    await page.request.post(`/api/v1/universes/${id}/comments`, { data: body });
    await page.keyboard.press('d');
    await expect(page.locator('hu-thread')).toBeVisible();
    expect.soft(['comments', await violationsOf(page)]).toEqual(['comments', []]);
    await page.getByRole('button', { name: 'A note for yourself' }).click();
    expect.soft(['note', await violationsOf(page)]).toEqual(['note', []]);
    await page.locator('button[data-test=history]').click();
    await page.locator('hu-history-panel [data-test=name]').last().click();
    expect.soft(['history', await violationsOf(page)]).toEqual(['history', []]);
    await page.locator('hu-members-button').getByRole('button', { name: 'here' }).click();
    await expect(page.locator('[data-test=hand]')).toBeVisible();
    await page.locator('[data-test=hand]').click();
    expect.soft(['members here', await violationsOf(page)]).toEqual(['members here', []]);
    await page.locator('[data-test=chat]').click();
    await page.getByLabel('Message to everyone').fill('Hello');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('log')).toContainText('Hello');
    expect.soft(['chat', await violationsOf(page)]).toEqual(['chat', []]);
    await page.locator('button[data-panel=physics]').click();
    await page.locator('[data-lock=physics]').click();
    expect.soft(['locked', await violationsOf(page)]).toEqual(['locked', []]);
    await page.locator('button[data-panel=mixer]').click();
    for (const [key, shown] of Object.entries({
      s: 'hu-share-dialog',
      '?': 'hu-keyboard-dialog',
      c: 'hu-record-dialog',
      b: 'hu-storyboard',
      p: 'hu-play-keys',
    })) {
      await page.keyboard.press(key);
      if (key === 'b') await page.locator('[data-test=first-point]').click();
      await expect(page.locator(shown).locator('button').first()).toBeVisible();
      expect.soft([key, await violationsOf(page)]).toEqual([key, []]);
      await page.keyboard.press('Escape');
    }
    // The play keys are open, and the letter of a shortcut would play a note.
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Save as template' }).click();
    await expect(page.getByRole('dialog', { name: 'Save as template' })).toBeVisible();
    expect.soft(['template', await violationsOf(page)]).toEqual(['template', []]);
  });
}

test('the menu of a universe has no violations on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.locator('hu-more').getByRole('button', { name: 'More' }).click();
  await expect(page.locator('hu-more').getByRole('link')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});
