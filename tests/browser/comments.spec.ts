import { expect, type Page, test } from '@playwright/test';
import { friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

const panel = (page: Page) => page.locator('hu-comments-panel');
const button = (page: Page) => page.locator('[data-test=comments]');
const threads = (page: Page) => panel(page).locator('hu-thread');
const pins = (page: Page) => page.locator('hu-pin button');
const write = async (page: Page, label: string, words: string, verb: string) => {
  const form = panel(page)
    .locator('hu-comment-form')
    .filter({ has: page.getByLabel(label) });
  await form.getByLabel(label).fill(words);
  await form.getByRole('button', { name: verb }).click();
};

test('another member sees a pinned comment at once, replies and resolves it', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await openUniversePage(page, `/u/${id}`);
  const other = await friendOf(page);
  await openUniversePage(other, `/u/${id}`);

  await page.keyboard.press('d');
  await expect(panel(page).getByText('No open comments.')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Place' }).click();
  await page.locator('hu-pin-catcher button').click({ position: { x: 400, y: 420 } });
  await expect(panel(page).getByRole('button', { name: 'Pinned in the scene, remove' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Now' }).click();
  await write(page, 'Write a comment', 'Listen to <b>this</b>', 'Send');
  await expect(threads(page)).toContainText('Listen to <b>this</b>');
  await expect(panel(page).getByLabel('Write a comment')).toHaveValue('');
  await expect(threads(page).getByTitle('Time of the universe')).toHaveText(/^\s*at \d+:\d\d\s*$/);

  // The friend has opened no panel: the room sends the pin and the count.
  await expect(button(other)).toHaveAccessibleName('1 comment, 1 open');
  await expect(pins(other)).toHaveText('1');
  await pins(other).click();
  await expect(threads(other)).toContainText('Listen to <b>this</b>');
  await threads(other).getByRole('button', { name: 'Reply' }).click();
  await write(other, 'Your reply', 'I hear it', 'Reply');
  await expect(threads(page)).toContainText('I hear it');
  await threads(other).getByRole('button', { name: 'Resolve' }).click();

  await expect(pins(page)).toHaveCount(0);
  await expect(button(page)).toHaveAccessibleName('2 comments, 0 open');
  await expect(threads(page)).toHaveCount(0);
  await other.locator('hu-toasts').getByRole('button', { name: 'Undo' }).click();
  await expect(pins(page)).toHaveText('1');
});

test('an author edits, deletes and restores a comment', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await openUniversePage(page, `/u/${id}`);
  await button(page).click();
  await write(page, 'Write a comment', 'Frist', 'Send');
  await threads(page).getByRole('button', { name: 'Edit your comment' }).click();
  await write(page, 'Your comment', 'First', 'Save');
  await expect(threads(page)).toContainText('First');
  await expect(threads(page)).toContainText('edited');
  await threads(page).getByRole('button', { name: 'Delete your comment' }).click();
  await expect(threads(page)).toHaveCount(0);
  await page.locator('hu-toasts').getByRole('button', { name: 'Undo' }).click();
  await expect(threads(page)).toContainText('First');

  await page.route('**/comments', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
  await write(page, 'Write a comment', 'Kept', 'Send');
  await expect(page.locator('hu-toasts')).toContainText('The server does not answer');
  await expect(panel(page).getByLabel('Write a comment')).toHaveValue('Kept');
});

test('a user rates and reviews a universe, and its library card shows the rating', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await page.request.patch(`/api/v1/universes/${id}`, { data: { name: `Ocarina ${id}` } });
  const other = await friendOf(page);
  await openUniversePage(other, `/u/${id}`);
  await button(other).click();
  const reviews = panel(other).locator('hu-reviews');
  await expect(reviews).toContainText('Nobody has rated this universe yet.');
  await reviews.getByTitle('4 stars').click();
  await expect(reviews).toContainText('4.0');
  await reviews.getByRole('button', { name: 'Write a review' }).click();
  await reviews.getByLabel('Your review').fill('It glows');
  await reviews.getByRole('button', { name: 'Save' }).click();
  await reviews.getByText('Reviews').click();
  await expect(reviews.getByRole('list')).toContainText('It glows');
  expect(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await page.goto(`/?q=${id}`);
  await expect(page.locator('hu-library-card')).toContainText('4.0');
});

test('the bell counts notifications, and each leads to its comment', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const other = await friendOf(page);
  await other.goto('/');
  await other.request.get('/api/v1/me');
  for (const text of ['First word', 'Second word']) {
    expect((await other.request.post(`/api/v1/universes/${id}/comments`, { data: { text } })).status()).toBe(201);
  }
  await page.goto('/');
  const bell = page.locator('hu-account-menu hu-bell').getByRole('link');
  await expect(bell).toHaveAccessibleName('Notifications, 2 unread');
  await bell.click();
  const told = page.locator('hu-notifications-page').getByRole('listitem');
  await expect(told).toHaveCount(2);
  await expect(told.first()).toContainText('commented on Pulsar');
  await told.last().getByRole('link').click();
  await page.waitForURL((url) => url.pathname === `/u/${id}` && url.searchParams.has('comment'));
  await expect(threads(page)).toHaveCount(2);
  await expect(panel(page).locator('article.chosen')).toContainText('First word');
  await expect(page.locator('hu-builder-page hu-bell').getByRole('link')).toHaveAccessibleName('Notifications, 1 unread');

  await page.goto('/notifications');
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await expect(page.getByRole('button', { name: 'Mark all read' })).toHaveCount(0);
  await page.goto('/');
  await expect(bell).toHaveAccessibleName('Notifications');
});

test('a name leads to the profile with its description and public universes', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const hidden = await makeUniverse(page, 'bell-well');
  await page.request.patch(`/api/v1/universes/${id}`, { data: { name: `Reef ${id}`, tags: ['reef'] } });
  await page.request.patch(`/api/v1/universes/${hidden}`, { data: { name: 'Hidden Reef', isPublic: false } });
  await page.request.patch('/api/v1/me', { data: { displayName: 'Coralie', bio: 'Reefs at night.' } });
  const other = await friendOf(page);
  await other.goto(`/?q=${id}`);
  await other.locator('hu-library-card').getByRole('link', { name: 'Coralie' }).click();
  await expect(other.getByRole('heading', { name: 'Coralie' })).toBeVisible();
  await expect(other.getByText('Reefs at night.')).toBeVisible();
  await expect(other.locator('hu-library-card')).toHaveCount(1);
  await expect(other).toHaveTitle(/^Coralie/);
  expect(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const heart = other.locator('hu-library-card').getByRole('button', { name: /as a favourite/ });
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await other.getByRole('button', { name: 'reef', exact: true }).click();
  await expect(other).toHaveURL(/\/\?tag=reef$/);
  await other.goto('/people/nobody');
  await expect(other.getByRole('heading', { name: 'Nothing here but space' })).toBeVisible();
});

test('only its author sees a private note, which is stored', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const other = await friendOf(page);
  await openUniversePage(other, `/u/${id}`);
  await button(other).click();
  const note = panel(other).locator('hu-private-note');
  await note.getByRole('button', { name: 'A note for yourself' }).click();
  await note.getByRole('textbox', { name: 'Your note' }).fill('Slower, with wind');
  await note.getByRole('button', { name: 'Save' }).click();
  await expect(note.getByRole('region', { name: 'Your note' })).toContainText('Only you see this');
  await expect(note.locator('textarea')).toHaveCount(0);
  await openUniversePage(other, `/u/${id}`);
  await button(other).click();
  await expect(note).toContainText('Slower, with wind');

  await openUniversePage(page, `/u/${id}`);
  await button(page).click();
  await expect(panel(page).getByRole('button', { name: 'A note for yourself' })).toBeVisible();
  expect(await page.content()).not.toContain('Slower, with wind');

  await note.getByRole('button', { name: 'Edit your note' }).click();
  await note.getByRole('button', { name: 'Delete' }).click();
  await expect(note.getByRole('button', { name: 'A note for yourself' })).toBeVisible();
  await other.locator('hu-toasts').getByRole('button', { name: 'Undo' }).click();
  await expect(note).toContainText('Slower, with wind');
});

test('on a phone the bell is in the menu of a universe', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const other = await friendOf(page);
  await other.request.get('/api/v1/me');
  await other.request.post(`/api/v1/universes/${id}/comments`, { data: { text: 'Heard' } });
  await other.context().close();
  await page.setViewportSize({ width: 390, height: 844 });
  await openUniversePage(page, `/u/${id}`);
  const more = page.locator('hu-more').getByRole('button', { name: 'More, 1 unread' });
  await more.click();
  const way = page.locator('hu-more').getByRole('link', { name: 'Notifications, 1 unread' });
  await expect(way).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(way).toBeHidden();
  await more.click();
  await way.click();
  await expect(page).toHaveURL(/\/notifications$/);
  await expect(page.locator('hu-notifications-page').getByRole('listitem')).toHaveCount(1);
});
