import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { makeUniverse } from '../support/universe-page.ts';

const email = 'ada@example.org';
const password = 'correct horse';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Fills in the form for signing in or up, and submits it with Enter. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
}

test('an account keeps the universe of its guest, shows it on another machine, and deletes it with itself', async ({ page, browser }) => {
  const id = await makeUniverse(page);
  // An unedited universe is in no list.
  await page.request.patch(`/api/v1/universes/${id}`, { data: { name: 'Mine alone', isPublic: false } });
  const card = (where: Page) => where.locator(`hu-universe-card[data-universe="${id}"]`);

  await test.step('sign up', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await button(page, 'Sign in').click();
    await expect(page.getByText('Email is required.')).toBeVisible();
    await expect(page.getByLabel('Email')).toBeFocused();
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('Display name').fill('Ada');
    await fillIn(page);
    await page.waitForURL((url) => url.pathname === '/');
    await expect(card(page)).toBeVisible();
  });

  await test.step('sign out', async () => {
    await button(page, 'Ada').click();
    await button(page, 'Sign out').click();
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expect(card(page)).toHaveCount(0);
  });

  const elsewhere: BrowserContext = await browser.newContext();
  const other = await elsewhere.newPage();

  await test.step('sign in on another machine, and return to the page before', async () => {
    await other.goto('/settings');
    await other.getByRole('link', { name: 'Sign in' }).click();
    await other.getByLabel('Email').fill(email);
    await other.getByLabel('Password').fill('wrong horse');
    await button(other, 'Sign in').click();
    await expect(other.getByRole('alert')).toHaveText('The address or the password is wrong.');
    await fillIn(other);
    await other.waitForURL((url) => url.pathname === '/settings');
    await expect(other.getByText(email)).toBeVisible();
  });

  await test.step('change the name', async () => {
    await other.getByLabel('Display name').fill('Countess');
    await other.getByRole('radio', { name: 'Lime' }).check();
    await button(other, 'Save').click();
    await expect(other.locator('hu-toasts')).toContainText('Saved.');
    await other.getByRole('link', { name: 'All universes' }).click();
    await expect(button(other, 'Countess')).toBeVisible();
    await expect(card(other)).toBeVisible();
  });

  await test.step('look at the audit log', async () => {
    await button(other, 'Countess').click();
    await other.getByRole('link', { name: 'Settings' }).click();
    const activity = other.locator('hu-audit-log');
    await expect(activity).toContainText('You signed in');
    await expect(activity).toContainText('You limited access to people you invite: Mine alone');
    await expect(activity).toContainText('You created this account');
    await other.getByRole('link', { name: 'All universes' }).click();
  });

  await test.step('download the data', async () => {
    await button(other, 'Countess').click();
    await other.getByRole('link', { name: 'Settings' }).click();
    const [download] = await Promise.all([other.waitForEvent('download'), other.getByRole('link', { name: 'Download my data' }).click()]);
    expect(download.suggestedFilename()).toBe('harmonic-universe.json');
  });

  await test.step('delete the account', async () => {
    await button(other, 'Delete account').click();
    const dialog = other.getByRole('dialog', { name: 'Delete everything?' });
    await dialog.getByLabel('Password').fill('wrong horse');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(dialog.getByText('Password is wrong.')).toBeVisible();
    await dialog.getByLabel('Password').fill(password);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(other.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expect(card(other)).toHaveCount(0);
    expect((await other.request.get(`/api/v1/universes/${id}`)).status()).toBe(404);
  });
  await elsewhere.close();
});
