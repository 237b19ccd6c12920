import { expect, test } from '@playwright/test';

test('the gallery shows the templates, and a click opens a running universe', async ({ page }) => {
  await page.goto('/');
  const cards = page.locator('a.card');
  await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(10);
  await expect(page.locator('a.card[href="/new/slow-nebula"]').getByRole('heading', { name: 'Slow Nebula' })).toBeVisible();
  const thumbnails = page.locator('a.card img');
  await expect.poll(() => thumbnails.count()).toBeGreaterThanOrEqual(10);
  await thumbnails.last().scrollIntoViewIfNeeded();
  await expect
    .poll(() => thumbnails.evaluateAll((images) => images.every((image) => (image as HTMLImageElement).naturalWidth > 0)))
    .toBe(true);
  await page.locator('a.card[href="/new/bell-well"]').click();
  await page.waitForURL(/\/u\/[^/]+$/);
  await page.waitForFunction(() => document.documentElement.dataset.firstFrame === 'true');
});

test('an unknown universe, template or page shows a page with a link to the gallery', async ({ page }) => {
  for (const path of ['/u/does-not-exist', '/new/nothing', '/somewhere/else']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Nothing here but space' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'See all universes' }).click();
  await expect(page.locator('a.card').first()).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test('a remix is a new universe with the same document', async ({ page }) => {
  await page.goto('/new/slow-nebula');
  await page.waitForURL(/\/u\/[^/]+$/);
  const before = page.url();
  await page.getByRole('button', { name: 'Remix' }).click();
  await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/u/'));
  await page.waitForFunction(() => window.harmonic?.connection === 'online');
  expect(await page.evaluate(() => window.harmonic!.parameters.scale)).toBe('lydian');
});

test('the keyboard opens the list of shortcuts, pauses, and opens and closes panels', async ({ page }) => {
  await page.goto('/new/orrery');
  await page.waitForFunction(() => window.harmonic?.connection === 'online');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Play or pause');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('2');
  await expect(page.locator('aside.panel h2')).toHaveText('Music');
  await page.keyboard.press('h');
  await expect(page.locator('aside.panel')).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(page.locator('[data-test=play]')).toHaveAttribute('aria-label', 'Play');
});

test('a slider steps by keys, resets on a double-click, and rejects a value out of range', async ({ page }) => {
  await page.goto('/new/bell-well');
  await page.waitForFunction(() => window.harmonic?.connection === 'online');
  const gravity = () => page.evaluate(() => window.harmonic!.parameters.gravity);
  const field = page.locator('hu-field[data-key=gravity]');
  const slider = field.locator('input[type=range]');
  await slider.focus();
  const before = await gravity();
  await slider.press('ArrowRight');
  await expect.poll(gravity).toBeGreaterThan(before);
  await slider.press('PageUp');
  await expect.poll(gravity).toBeGreaterThan(before + 0.5);
  await field.locator('label').dblclick();
  await expect.poll(gravity).toBe(9.81);
  await field.locator('input.value').fill('999');
  await field.locator('input.value').press('Enter');
  await expect(page.locator('hu-toasts')).toContainText('not between 0 and 20');
  expect(await gravity()).toBe(9.81);
});

test('a control keeps typed text while the links move its value', async ({ page }) => {
  await page.goto('/new/bell-well');
  await page.waitForFunction(() => window.harmonic?.connection === 'online' && (window.harmonic.scalars?.tick ?? 0) > 60);
  const box = page.locator('hu-field[data-key=gravity] input.value');
  await box.click();
  await box.press('Control+a');
  // As slowly as a user types, so that the value changes in between.
  await box.pressSequentially('6.25', { delay: 300 });
  await box.press('Enter');
  await expect.poll(() => page.evaluate(() => window.harmonic!.parameters.gravity)).toBe(6.25);
});
