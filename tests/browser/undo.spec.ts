import { expect, type Page, test } from '@playwright/test';
import { desk, friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage, setParameter } from '../support/universe-page.ts';

const gravityOf = (page: Page) => page.evaluate(() => window.harmonic!.document.parameters.gravity);
const undo = (page: Page) => page.locator('button[data-test=undo]');
const redo = (page: Page) => page.locator('button[data-test=redo]');

test('undoes and redoes the user’s own edit, and never what another member has changed since', async ({ page }) => {
  test.slow();
  const id = await makeUniverse(page);
  const other = await friendOf(page, desk);
  await openUniversePage(page, `/u/${id}`);
  await openUniversePage(other, `/u/${id}`);
  const first = await gravityOf(page);
  await expect(undo(page)).toBeDisabled();

  await setParameter(page, 'physics', 'gravity', 3);
  await expect.poll(() => gravityOf(other)).toBe(3);
  await expect(undo(page)).toBeEnabled();
  await expect(undo(other)).toBeDisabled();
  await undo(page).click();
  await expect.poll(() => gravityOf(other)).toBe(first);
  await expect(redo(page)).toBeEnabled();
  // The keyboard is on the page and not in a field.
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => gravityOf(other)).toBe(3);

  await setParameter(other, 'physics', 'gravity', 7);
  await expect.poll(() => gravityOf(page)).toBe(7);
  await page.locator('hu-transport').click({ position: { x: 3, y: 3 } });
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Someone else has changed this since')).toBeVisible();
  expect(await gravityOf(page)).toBe(7);
  await other.keyboard.press('Escape');
  await undo(other).click();
  await expect.poll(() => gravityOf(page)).toBe(3);
});
