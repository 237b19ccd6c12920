import { expect, type Page, test } from '@playwright/test';
import { friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage, setParameter } from '../support/universe-page.ts';

/** The other member, as a page knows them. */
const otherOn = (page: Page) => page.evaluate(() => window.harmonic!.members.find(({ isMe }) => !isMe));
const frame = (page: Page) => page.locator('[data-test=following]');

/** Opens a universe in two browser contexts. */
async function openTogether(page: Page): Promise<{ id: string; friend: Page }> {
  const id = await makeUniverse(page, 'pulsar');
  await openUniversePage(page, `/u/${id}`);
  const friend = await friendOf(page);
  await openUniversePage(friend, `/u/${id}`);
  await expect.poll(() => otherOn(page)).toBeTruthy();
  return { id, friend };
}

test('shows the cursor, the selection, the edits and the absence of the other member', async ({ page }) => {
  const { friend } = await openTogether(page);
  const { name, colour } = (await otherOn(friend))!;
  const cursor = friend.locator('hu-stage-overlay .cursor');
  await page.mouse.move(500, 300);
  await expect(cursor).toContainText(name);
  const before = await cursor.boundingBox();
  await page.mouse.move(300, 500, { steps: 10 });
  await expect.poll(async () => (await cursor.boundingBox())!.x).not.toBe(before!.x);

  // It moves with the view, and Playwright would wait for it to stop.
  await page.locator('hu-stage-overlay button.handle').first().dispatchEvent('click');
  const handle = friend.locator('hu-stage-overlay button.peers');
  await expect(handle.locator('.who')).toHaveText(name);
  expect(await handle.evaluate((element) => element.style.getPropertyValue('--peer'))).toBe(colour);

  await friend.locator('button[data-panel=physics]').click();
  await page.locator('button[data-panel=physics]').click();
  await page.locator('hu-field[data-key=gravity]').waitFor();
  await setParameter(page, 'physics', 'gravity', 4);
  await expect(friend.locator('hu-field[data-key=gravity] .hand')).toHaveText(name);

  await friend.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(page.locator('hu-members-button .face.away')).toHaveCount(1);
});

test('follows the view of the other member until the user moves their own', async ({ page }) => {
  const { friend } = await openTogether(page);
  const { name, id } = (await otherOn(friend))!;
  const handle = (where: Page) => where.locator('hu-stage-overlay button.handle').first();
  await friend.getByRole('button', { name: 'are here' }).click();
  await friend.locator(`button.who[data-member='${id}']`).click();
  await expect(frame(friend)).toHaveText(`Following ${name}`);
  await expect.poll(async () => (await otherOn(page))!.following).not.toBe('');

  const wanted = async () => (await handle(friend).boundingBox())!.x;
  const before = await wanted();
  await page.keyboard.down('Shift');
  await page.mouse.move(400, 300);
  await page.mouse.down();
  await page.mouse.move(560, 330, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(async () => Math.abs((await wanted()) - before)).toBeGreaterThan(5);

  await friend.mouse.move(180, 300);
  await friend.mouse.down();
  await friend.mouse.move(120, 300, { steps: 4 });
  await friend.mouse.up();
  await expect(frame(friend)).toHaveCount(0);
  await expect.poll(async () => (await otherOn(page))!.following).toBe('');
});

test('a member chats, reacts and raises a hand, which the owner lowers', async ({ page }) => {
  const { friend } = await openTogether(page);
  const { name } = (await otherOn(page))!;
  await friend.getByRole('button', { name: 'are here' }).click();
  await friend.locator('[data-test=hand]').click();
  await expect(page.locator('hu-members-button .raised')).toHaveCount(1);
  await friend.locator('[data-test=chat]').click();
  await friend.getByLabel('Message to everyone').fill('Hello <b>you</b>');
  await friend.getByLabel('Message to everyone').press('Enter');
  await page.getByRole('button', { name: '1 unread in the chat' }).click();
  await page.getByRole('button', { name: `Lower the hand of ${name}` }).click();
  await expect(page.locator('hu-members-button .raised')).toHaveCount(0);
  await page.locator('[data-test=chat]').click();
  await expect(page.getByRole('log')).toContainText('Hello <b>you</b>');
  await page.getByRole('button', { name: 'Cheer' }).click();
  await expect(friend.locator('hu-presence-overlay .rising')).toHaveAttribute('data-reaction', 'cheer');
  await expect(friend.locator('hu-presence-overlay .rising')).toHaveCount(0);
});

test('the owner locks a panel, and mutes, changes the role of and kicks a connected member', async ({ page }) => {
  const { friend } = await openTogether(page);
  const { name } = (await otherOn(page))!;
  await friend.locator('button[data-panel=physics]').click();
  const field = friend.locator('hu-field[data-key=gravity] input.value');
  await expect(field).toBeEnabled();
  await page.locator('[data-lock=physics]').click();
  await expect(field).toBeDisabled();
  await expect(friend.locator('[data-test=locked]')).toHaveText('Only the owner can change this at the moment.');
  await page.locator('[data-lock=physics]').click();
  await expect(field).toBeEnabled();

  await page.getByRole('button', { name: 'are here' }).click();
  await page.getByRole('button', { name: `More about ${name}` }).click();
  await page.getByRole('button', { name: 'Mute', exact: true }).click();
  await expect.poll(async () => (await otherOn(page))!.muted).toBe(true);
  await page.getByLabel(`Role of ${name}`).selectOption('viewer');
  await expect(field).toBeDisabled();
  await page.getByRole('button', { name: 'Remove from room' }).click();
  await page.getByRole('button', { name: 'Really remove?' }).click();
  await expect(friend.getByRole('alert')).toContainText('The owner removed you from the room');
  await expect.poll(() => otherOn(page)).toBeFalsy();
});

test('a spectator needs no account, sees the presented view, can look around, and can be made an editor', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await openUniversePage(page, `/u/${id}`);
  const watcher = await friendOf(page);
  await openUniversePage(watcher, `/u/${id}/watch`);
  expect(await watcher.context().cookies()).toEqual([]);
  await expect(watcher.locator('.watching')).toBeVisible();

  const { name } = (await otherOn(watcher))!;
  await page.getByRole('button', { name: 'are here' }).click();
  await page.locator('[data-test=present]').click();
  await expect(frame(watcher)).toHaveText(`${name} presents`);
  await watcher.mouse.move(180, 300);
  await watcher.mouse.down();
  await watcher.mouse.move(120, 300, { steps: 4 });
  await watcher.mouse.up();
  await expect(frame(watcher)).toHaveCount(0);
  await watcher.locator('[data-test=back]').click();
  await expect(frame(watcher)).toHaveText(`${name} presents`);
  await page.locator('[data-test=present]').click();
  await expect(frame(watcher)).toHaveCount(0);

  const watcherName = (await otherOn(page))!.name;
  await page.getByRole('button', { name: `More about ${watcherName}` }).click();
  await page.getByRole('button', { name: 'Allow editing' }).click();
  await expect(watcher.locator('.watching')).toHaveCount(0);
  await watcher.locator('button[data-panel=physics]').click();
  await watcher.locator('hu-field[data-key=gravity]').waitFor();
  await setParameter(watcher, 'physics', 'gravity', 3);
  await expect.poll(() => page.evaluate(() => window.harmonic!.parameters.gravity)).toBe(3);
});
