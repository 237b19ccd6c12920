import { expect, type Page, test } from '@playwright/test';
import { friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

const panel = (page: Page) => page.locator('hu-comments-panel');
const marks = (page: Page) => page.locator('hu-comment-marks button');
const playhead = (page: Page) => page.evaluate(() => window.harmonic!.authoredDocument.storyboard?.playhead?.seconds);

/** Makes a storyboard of 20 s, whose playhead rests at 5 s. */
async function stageStory(page: Page, id: string): Promise<void> {
  await openUniversePage(page, `/u/${id}`);
  await page.locator('[data-test=timeline]').click();
  await page.locator('[data-test=first-point]').click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByLabel('Length in seconds').fill('20');
  await page.getByLabel('Length in seconds').press('Enter');
  await expect.poll(() => page.evaluate(() => window.harmonic!.authoredDocument.storyboard?.duration)).toBe(20);
  const track = (await page.locator('hu-timeline-track .track').boundingBox())!;
  await page.mouse.click(track.x + track.width * 0.25, track.y + track.height - 8);
  await expect.poll(() => playhead(page)).toBeCloseTo(5, 0);
}

test('a comment pinned to the storyboard has a marker that opens it, and moves the playhead for an editor', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await stageStory(page, id);
  await page.keyboard.press('d');
  await panel(page).getByRole('button', { name: 'Story', exact: true }).click();
  await expect(panel(page).getByRole('button', { name: /^At 0:0\d\.\d of the storyboard, remove$/ })).toBeVisible();
  await panel(page).getByLabel('Write a comment').fill('Here it opens');
  await panel(page).getByRole('button', { name: 'Send' }).click();
  await expect(marks(page)).toHaveAccessibleName(/^Comment 1, at 0:0\d\.\d of the storyboard$/);

  // The playhead is elsewhere by now: the pin moves it back for all members.
  const track = (await page.locator('hu-timeline-track .track').boundingBox())!;
  await page.mouse.click(track.x + track.width * 0.75, track.y + track.height - 8);
  await expect.poll(() => playhead(page)).toBeCloseTo(15, 0);
  await panel(page).getByRole('button', { name: 'Move the storyboard to this time' }).click();
  await expect.poll(() => playhead(page)).toBeCloseTo(5, 0);

  // A viewer sees the marker and reads the comment, and the playhead does not move.
  await page.request.patch(`/api/v1/universes/${id}`, { data: { linkRole: 'viewer' } });
  const other = await friendOf(page);
  await openUniversePage(other, `/u/${id}`);
  await other.keyboard.press('d');
  await panel(other).getByRole('button', { name: 'Show this time on the storyboard' }).click();
  await expect(marks(other)).toHaveAttribute('aria-pressed', 'true');
  expect(await playhead(other)).toBeCloseTo(5, 0);
  await other.locator('hu-panel-frame').getByRole('button', { name: 'Close panel' }).click();
  await marks(other).click();
  await expect(panel(other).locator('article.chosen')).toContainText('Here it opens');
});

test('the camera turns to a pin in the scene, and a past time says that it is past', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const data = { text: 'Over there', tick: 83 * 60, place: { x: 9, y: 3, z: 0 } };
  expect((await page.request.post(`/api/v1/universes/${id}/comments`, { data })).status()).toBe(201);
  await openUniversePage(page, `/u/${id}`);
  await page.keyboard.press('d');
  const pin = page.locator('hu-pin button');
  await panel(page).getByRole('button', { name: 'Show pin 1 in the scene' }).click();
  await expect(pin).toHaveClass('chosen');
  const { width } = page.viewportSize()!;
  const frame = (await page.locator('hu-panel-frame').boundingBox())!;
  await expect.poll(async () => Math.abs((await pin.boundingBox())!.x - (width - (width - frame.x)) / 2)).toBeLessThan(20);
  await expect(panel(page).getByText('at 1:23')).toHaveAttribute('title', /Time is shared and does not go back/);
});
