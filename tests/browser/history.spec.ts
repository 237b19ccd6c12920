import { expect, type Page, test } from '@playwright/test';
import { desk, friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage, setParameter } from '../support/universe-page.ts';

const gravityOf = (page: Page) => page.evaluate(() => window.harmonic!.document.parameters.gravity);

test('the history lists the changes, restores a version for all members, and names versions', async ({ page }) => {
  test.slow();
  const id = await makeUniverse(page);
  const other = await friendOf(page, desk);
  await openUniversePage(page, `/u/${id}`);
  await openUniversePage(other, `/u/${id}`);
  const first = await gravityOf(page);
  await setParameter(page, 'physics', 'gravity', 3);
  await expect.poll(() => gravityOf(other)).toBe(3);
  await setParameter(other, 'physics', 'gravity', 8);
  await expect.poll(() => gravityOf(page)).toBe(8);

  await page.locator('button[data-test=history]').click();
  const panel = page.locator('hu-history-panel');
  const changes = panel.locator('li[data-sequence]');
  await expect(changes).toHaveCount(3);
  await expect(changes.first()).toContainText('Gravity');
  await expect(changes.last()).toContainText('The beginning');

  // Names a version in between.
  await changes.nth(1).locator('[data-test=name]').click();
  await panel.locator('input[name=name]').fill('Lighter');
  await panel.locator('input[name=name]').press('Enter');
  await expect(panel.locator('[data-test=versions] li')).toContainText('Lighter');

  await changes.last().locator('[data-test=restore]').click();
  for (const one of [page, other]) await expect.poll(() => gravityOf(one)).toBe(first);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(() => gravityOf(other)).toBe(8);
  await panel.locator('[data-test=versions] [data-test=restore]').click();
  await expect.poll(() => gravityOf(other)).toBe(3);

  await changes.last().locator('[data-test=remix]').click();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect.poll(() => gravityOf(page)).toBe(first);
});
