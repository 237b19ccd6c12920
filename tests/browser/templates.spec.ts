import { expect, type Page, test } from '@playwright/test';
import { friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage, setParameter } from '../support/universe-page.ts';

const card = (page: Page, name: string) => page.locator('hu-user-templates hu-universe-card', { hasText: name });
/** Changes the template, and waits until the change is stored. */
async function kept(page: Page, act: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.url().includes('/templates/'));
  await act();
  expect((await answered).status()).toBe(200);
  await expect(page.locator('hu-template-page .kept')).toHaveText('Saved');
}

test('a universe becomes a template that is edited, used by others, and deleted', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);

  await test.step('save it as a template', async () => {
    await setParameter(page, 'music', 'tempo', 71);
    await expect.poll(() => page.evaluate(() => window.harmonic!.pendingEdits())).toBe(0);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Save as template' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as template' });
    await expect(dialog.getByLabel('Name')).toHaveValue('Bell Well');
    await dialog.getByLabel('Name').fill(' ');
    await dialog.getByRole('button', { name: 'Save template' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('A name is required.');
    await dialog.getByLabel('Name').fill('Slow bells');
    await dialog.getByLabel('Category').fill('calm');
    await dialog.getByRole('button', { name: 'Save template' }).click();
    await page.locator('hu-toasts').getByRole('button', { name: 'Edit' }).click();
    await page.waitForURL(/\/templates\/T\w+\/edit$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Slow bells' })).toBeVisible();
  });

  await test.step('see its preview', async () => {
    await expect(page.locator('.preview[data-is-seen] canvas')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('put parameters forward, with values of their own', async () => {
    const forward = page.locator('hu-put-forward');
    await forward.locator('select[data-test=put-forward]').selectOption('tempo');
    const tempo = forward.locator('hu-field[data-key=tempo] input.value');
    await expect(tempo).toHaveValue('71');
    await tempo.fill('83');
    await tempo.press('Enter');
    await forward.locator('select[data-test=put-forward]').selectOption('gravity');
    await forward.locator('select[data-test=put-forward]').selectOption('swing');
    await forward.getByRole('button', { name: /^Remove Swing/ }).click();
    await page.getByLabel('One sentence about it').fill('');
    await expect(page.locator('hu-template-page .kept')).toHaveText('A sentence is required.');
    await kept(page, () => page.getByLabel('One sentence about it').fill('Bells that take their time.'));
  });

  const friend = await friendOf(page);
  await test.step('nobody else sees it before it is public', async () => {
    await page.reload();
    await expect(page.locator('hu-field[data-key=tempo] input.value')).toHaveValue('83');
    await friend.goto('/');
    await friend.waitForLoadState('networkidle');
    await expect(card(friend, 'Slow bells')).toHaveCount(0);
    await kept(page, () => page.getByRole('radio', { name: 'Everyone' }).check());
    await friend.reload();
    await expect(card(friend, 'Slow bells')).toBeVisible();
    const address = new URL(page.url()).pathname;
    expect((await friend.goto(address))?.status()).toBe(404);
    await expect(friend.getByText('There is no template at this address')).toBeVisible();
  });

  await test.step('a universe made from it has its parameters at hand', async () => {
    await friend.goto('/');
    await card(friend, 'Slow bells').click();
    await friend.waitForURL(/\/u\/\w+$/);
    await friend.waitForFunction(() => document.documentElement.dataset.firstFrame === 'true');
    expect(await friend.evaluate(() => window.harmonic!.parameters.tempo)).toBe(83);
    await friend.locator('button[data-panel=music]').click();
    await expect(friend.locator('hu-parameter-panel hu-field')).toHaveCount(1);
    await expect(friend.locator('hu-field[data-key=tempo]')).toBeVisible();
    await friend.locator('button[data-topic=rest]').click();
    await expect(friend.locator('hu-field[data-key=key]')).toBeVisible();
  });

  await test.step('it is deleted, and the universe made from it stays', async () => {
    await page.getByRole('link', { name: 'All universes' }).click();
    await page.getByRole('link', { name: 'Edit Slow bells' }).click();
    await page.getByRole('button', { name: 'Delete this template' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete Slow bells?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Delete this template' }).click();
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await expect(card(page, 'Slow bells')).toHaveCount(0);
    await friend.reload();
    await friend.waitForFunction(() => window.harmonic?.connection === 'online');
    expect(await friend.evaluate(() => window.harmonic!.parameters.tempo)).toBe(83);
  });
});
