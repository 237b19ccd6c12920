import { expect, type Page, test } from '@playwright/test';
import { startTestProvider, type TestProvider } from '../../server/testing/test-provider.ts';
import { makeUniverse } from '../support/universe-page.ts';

let provider: TestProvider;
test.beforeAll(async () => {
  provider = await startTestProvider(Number(process.env.PROVIDER_TEST_PORT));
});
test.afterAll(() => provider.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a guest signs in with a provider, returns to the page before, and keeps their universes', async ({ page }) => {
  const id = await makeUniverse(page);
  await page.request.patch(`/api/v1/universes/${id}`, { data: { name: 'Brought along', isPublic: false } });
  provider.somebody = { sub: 'ada', email: 'ada@provider.example', email_verified: true };
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await button(page, 'Continue with Test Provider').click();
  await page.waitForURL((url) => url.pathname === '/settings');
  expect(page.url()).not.toContain('code');
  await expect(page.getByText('ada@provider.example')).toBeVisible();
  await expect(page.getByText('your only sign-in method')).toBeVisible();
  await expect(button(page, 'Disconnect Test Provider')).toBeDisabled();
  await page.goto('/');
  await expect(page.locator(`hu-universe-card[data-universe="${id}"]`)).toBeVisible();
});

test('an account connects a provider, signs in with it elsewhere, and disconnects it', async ({ page, browser }) => {
  await page.request.post('/api/v1/auth/register', {
    data: { email: 'mary@example.org', password: 'correct horse', displayName: 'Mary' },
  });
  provider.somebody = { sub: 'mary' };
  await page.goto('/settings');
  await button(page, 'Connect Test Provider').click();
  await page.waitForURL((url) => url.pathname === '/settings');
  await expect(page.getByText('Connected since')).toBeVisible();
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await button(other, 'Continue with Test Provider').click();
  await other.waitForURL((url) => url.pathname === '/');
  await expect(button(other, 'Mary')).toBeVisible();

  await test.step('disconnect after the password, by the keyboard, without a recent sign-in', async () => {
    const error = { code: 'reauthentication-needed', message: 'Confirm first that it is you.', issues: [] };
    await page.route('**/me/identities/test', (route) => route.fulfill({ status: 403, json: { error } }), { times: 1 });
    await button(page, 'Disconnect Test Provider').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Confirm it is you' });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByLabel('Password')).toBeFocused();
    await page.keyboard.type('wrong horse');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Password is wrong.')).toBeVisible();
    await expect(dialog.getByLabel('Password')).toBeFocused();
    await dialog.getByLabel('Password').fill('correct horse');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(button(page, 'Connect Test Provider')).toBeVisible();
  });

  await test.step('a failed sign-in at the provider is reported', async () => {
    await other.context().clearCookies();
    await other.goto('/from/test?error=access_denied&state=x');
    await expect(other.locator('hu-toasts')).toContainText('the sign-in was not completed');
    await other.waitForURL((url) => url.pathname === '/sign-in');
    await other.goto('/from/test?code=x&state=y');
    await expect(other.locator('hu-toasts')).toContainText('Start again');
  });
  await elsewhere.close();
});
