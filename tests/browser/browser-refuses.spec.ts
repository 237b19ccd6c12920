import { expect, test } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

test('works in a browser without storage', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    const full = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    Object.assign(Storage.prototype, { getItem: full, setItem: full, removeItem: full });
  });
  await page.goto('/settings');
  const light = page.getByRole('radio', { name: 'Light' });
  await light.check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  expect(errors).toEqual([]);
});

test('starts a new session after one that ended elsewhere, and only shows the universe without cookies', async ({ page }) => {
  const id = await makeUniverse(page);
  await openUniversePage(page, `/u/${id}`);
  const meOf = () => page.evaluate(async () => ((await (await fetch('/api/v1/me')).json()) as { id: string }).id);
  const before = await meOf();
  await page.request.post('/api/v1/auth/logout');
  await expect(page.locator('hu-toasts')).toContainText('Your session has ended. You continue as');
  await expect.poll(() => page.evaluate(() => window.harmonic!.connection)).toBe('online');
  expect(await meOf()).not.toBe(before);

  await page.context().clearCookies();
  await page.route('**/api/v1/**', async (route) => {
    const response = await route.fetch();
    await page.context().clearCookies();
    const { 'set-cookie': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await openUniversePage(page, `/u/${id}`);
  await expect(page.locator('[data-test=standing]')).toHaveText('Your browser blocks cookies, so you can only watch.');
  await expect(page.getByText('GET /api')).toHaveCount(0);
  // A request may be pending when the page closes.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
