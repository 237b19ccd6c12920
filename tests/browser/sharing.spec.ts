import { expect, type Page, test } from '@playwright/test';
import { friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

/** The page's own member, as the room knows them. */
const ownView = (page: Page) => page.evaluate(() => window.harmonic!.members.find(({ isMe }) => isMe));

test('an invitation opens a private universe to a friend, whom the owner then removes', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await page.request.patch(`/api/v1/universes/${id}`, { data: { isPublic: false } });
  await openUniversePage(page, `/u/${id}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByLabel('How many people can use the invitation').selectOption('for one person');
  await page.locator('[data-test=invite]').click();
  const link = await page.locator('[data-test=invitation] input').inputValue();
  expect(new URL(link).pathname).toBe('/invite');

  const other = await friendOf(page);
  await other.goto(`/u/${id}`);
  await expect(other.getByRole('heading', { name: 'Nothing here but space' })).toBeVisible();
  await other.goto(link);
  await other.waitForURL((url) => url.pathname === `/u/${id}`);
  await other.waitForFunction(() => window.harmonic?.connection === 'online');
  await expect.poll(async () => (await ownView(other))?.role).toBe('editor');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const { name } = (await ownView(other))!;
  const invitation = page.locator('[data-test=open-invitation]');
  await expect(invitation).toContainText('1 of 1 used');
  await expect(invitation).toContainText(`Joined with it: ${name}`);
  await page.getByRole('button', { name: /^Withdraw: / }).click();
  await expect(invitation).toHaveCount(0);
  await expect(page.locator('hu-toasts')).toContainText(`People who joined with it keep access: ${name}.`);
  const choice = page.getByLabel(`Role of ${name}`);
  await choice.selectOption('viewer');
  await expect.poll(async () => (await ownView(other))?.role).toBe('viewer');
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(choice).toHaveCount(0);
  await other.goto(`/u/${id}`);
  await expect(other.getByRole('heading', { name: 'Nothing here but space' })).toBeVisible();
});

test('restores a deleted universe, by undo or from the trash', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const throwAway = async () => {
    await openUniversePage(page, `/u/${id}`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.locator('[data-test=throw-away]').click();
    await page.waitForURL((url) => url.pathname === '/');
    expect((await page.request.get(`/api/v1/universes/${id}`)).status()).toBe(404);
  };
  await throwAway();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Open' }).click();
  await page.waitForURL((url) => url.pathname === `/u/${id}`);

  await throwAway();
  await page.goto('/settings');
  await page.getByRole('button', { name: /^Restore / }).click();
  await expect(page.getByRole('heading', { name: 'Trash' })).toHaveCount(0);
  expect((await page.request.get(`/api/v1/universes/${id}`)).status()).toBe(200);
});

test('shows a name that was changed elsewhere, does not overwrite it, and offers to change it anyway', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await openUniversePage(page, `/u/${id}`);
  const rename = async (from: string, to: string) => {
    await page.getByRole('button', { name: `${from}, rename` }).click();
    await page.getByRole('textbox', { name: 'Name of the universe' }).fill(to);
    await page.keyboard.press('Enter');
  };
  await rename('Pulsar', 'Here');
  await expect(page.getByRole('button', { name: 'Here, rename' })).toBeVisible();
  await page.request.patch(`/api/v1/universes/${id}`, { data: { name: 'Elsewhere' } });
  await rename('Here', 'Here again');
  await expect(page.getByText('It was changed elsewhere')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Elsewhere, rename' })).toBeVisible();
  await page.getByRole('button', { name: 'Change anyway' }).click();
  await expect(page.getByRole('button', { name: 'Here again, rename' })).toBeVisible();
});
