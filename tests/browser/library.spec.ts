import { expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

const library = (page: Page) => page.locator('hu-library');
const tab = (page: Page, name: string) => library(page).getByRole('tab', { name });
const search = (page: Page) => library(page).getByRole('searchbox', { name: 'Search universes' });
const cards = (page: Page) => library(page).locator('hu-library-card');

/** Makes three universes whose names contain `word`, which no other name contains. */
async function fill(page: Page, word: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, tags] of [
    [0, ['night']],
    [1, ['night', 'slow']],
    [2, []],
  ] as const) {
    const id = await makeUniverse(page);
    await page.request.patch(`/api/v1/universes/${id}`, { data: { name: `${word} ${at}`, tags } });
    ids.push(id);
  }
  return ids;
}

test('finds universes by words, tags and filters, and keeps the search in the address', async ({ page }) => {
  await fill(page, 'Zephyrine');
  await page.goto('/');
  await expect(tab(page, 'Recent')).toHaveAttribute('aria-selected', 'true');
  await search(page).fill('zephyr');
  await expect(cards(page)).toHaveCount(3);
  await expect(page).toHaveURL(/\/\?q=zephyr$/);

  await cards(page).getByRole('button', { name: 'slow', exact: true }).click();
  await expect(cards(page)).toHaveCount(1);
  await expect(page).toHaveURL(/q=zephyr&tag=slow$/);
  await page.goBack();
  await expect(cards(page)).toHaveCount(3);

  await library(page).getByRole('button', { name: 'Filters' }).click();
  await library(page).getByLabel('Lowest tempo').fill('240');
  await library(page).getByLabel('Lowest tempo').press('Tab');
  await expect(library(page).getByText('No universes match.')).toBeVisible();
  await library(page).getByRole('button', { name: 'Clear filters' }).click();
  await expect(cards(page)).toHaveCount(3);

  await tab(page, 'Recent').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Popular')).toBeFocused();
  await expect(page).toHaveURL(/list=popular/);
  await page.reload();
  await expect(tab(page, 'Popular')).toHaveAttribute('aria-selected', 'true');
  await expect(search(page)).toHaveValue('zephyr');
  await expect(cards(page)).toHaveCount(3);
});

test('the heart adds a universe to the favourites, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const [id] = await fill(page, 'Quillon');
  await page.goto('/?q=quillon');
  const card = cards(page).filter({ has: page.locator(`hu-universe-card[data-universe="${id}"]`) });
  const heart = card.getByRole('button', { name: /as a favourite/ });
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await expect(heart).toHaveText('1');
  await tab(page, 'Favourites').click();
  await expect(cards(page)).toHaveCount(1);
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await card.locator('hu-universe-card').getByRole('link').click();
  const inside = page.locator('hu-universe-title').getByRole('button', { name: /as a favourite/ });
  await expect(inside).toHaveAttribute('aria-pressed', 'true');
  await inside.click();
  await expect(inside).toHaveAttribute('aria-pressed', 'false');
  await page.goBack();
  await expect(library(page).getByText('No universes match.')).toBeVisible();

  await page.route('**/favourite', (route) => route.abort());
  await library(page).getByRole('button', { name: 'Clear search and filters' }).click();
  await tab(page, 'Recent').click();
  const other = cards(page)
    .first()
    .getByRole('button', { name: /as a favourite/ });
  await other.click();
  await expect(page.locator('hu-toasts')).toContainText('The server does not answer');
  await expect(other).toHaveAttribute('aria-pressed', 'false');
});

test('finds a universe by the description and tags that its owner gives it', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await openUniversePage(page, `/u/${id}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByLabel('Description').fill('Of quincunxes and their light.');
  await page.getByLabel('Tags').fill('Sunday, slow, sunday');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Tags')).toHaveValue('sunday, slow');
  await page.goto('/?q=quincun&tag=sunday');
  await expect(cards(page)).toHaveCount(1);
});

test('a right-to-left name keeps its direction, and ages are right although the device’s clock is wrong', async ({ page }) => {
  const id = await makeUniverse(page);
  await page.request.patch(`/api/v1/universes/${id}`, { data: { name: 'שיר הירח (7)' } });
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3 * 3_600_000;
  });
  await page.goto('/?q=ירח');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page).locator('h3 bdi')).toHaveText('שיר הירח (7)');
  await expect(cards(page)).toContainText(/just now|minute/);
  await expect(cards(page).getByRole('button', { name: '\u2068שיר הירח (7)\u2069 as a favourite' })).toBeVisible();
});
