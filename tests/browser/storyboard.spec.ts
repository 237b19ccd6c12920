import { expect, type Page, test } from '@playwright/test';
import { desk, friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage, setParameter, showParameter, tickOf } from '../support/universe-page.ts';

const gravityOf = (page: Page) => page.evaluate(() => window.harmonic!.parameters.gravity);
const storyOf = (page: Page) => page.evaluate(() => window.harmonic!.authoredDocument.storyboard);

/** Makes two storyboard points, eight seconds apart, between which gravity rises from 2 to 18. */
async function drawRise(page: Page): Promise<void> {
  await setParameter(page, 'physics', 'gravity', 2);
  await page.locator('[data-test=timeline]').click();
  await page.locator('[data-test=first-point]').click();
  await page.getByRole('button', { name: 'Done' }).click();
  await setParameter(page, 'physics', 'gravity', 18);
  await page.locator('[data-test=add-point]').click();
  await expect.poll(async () => (await storyOf(page))?.points.length).toBe(2);
}

test('a storyboard plays for all members by one playhead, and an edit of a parameter overrides it', async ({ page }) => {
  const id = await makeUniverse(page);
  await openUniversePage(page, `/u/${id}`);
  const other = await friendOf(page, desk);
  await openUniversePage(other, `/u/${id}`);
  await drawRise(page);
  await page.locator('hu-point-editor').getByText('Linear', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Intensity' }).fill('1');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await storyOf(page))!.points[1]!.state.intensity).toBe(1);
  await page.locator('[data-test=play-story]').click();

  // The value moves on both pages, up or down depending on when it is read, and is the same at each tick.
  await expect.poll(() => gravityOf(other)).toBeGreaterThan(3);
  const first = await gravityOf(page);
  await expect.poll(() => gravityOf(page)).not.toBe(first);
  const tick = Math.max(await tickOf(page), await tickOf(other)) + 240;
  const hashes = await Promise.all([page, other].map((one) => one.evaluate((at) => window.harmonic!.hashAt(at), tick)));
  expect(hashes[0]).toBe(hashes[1]);
  expect((await storyOf(other))!.playhead).toEqual((await storyOf(page))!.playhead);

  // Typed text replaces a number that moves.
  const box = (await showParameter(other, 'physics', 'gravity')).locator('input.value');
  await box.focus();
  const shown = await box.inputValue();
  await expect(box).not.toHaveValue(shown);
  await other.keyboard.type('7');
  await other.keyboard.press('Enter');
  await expect.poll(() => gravityOf(page)).toBe(7);
  expect((await storyOf(page))!.released).toEqual(['gravity']);

  // A playhead dragged to the end rests there; without the storyboard the universe has its authored values.
  const track = (await page.locator('hu-timeline-track .track').boundingBox())!;
  await page.locator('[data-test=play-story]').click();
  await page.mouse.move(track.x + track.width * 0.05, track.y + 30);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.251, track.y + 30, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => gravityOf(other)).toBeGreaterThan(15);
  await expect(page.locator('hu-section-strip')).toContainText('Intensity 1.00');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Detach' }).click();
  await expect.poll(() => gravityOf(other)).toBe(7);

  // The section of the piece, and a part that rests, are named; without form there are no sections.
  const readings = [page.locator('[data-test=section]'), page.locator('hu-section-strip .caption')];
  const sections = /^\s*(Intro|Build|Peak|Break|Return|Ending).* in \d+ bars?/s;
  for (const place of readings) expect(await place.innerText()).toMatch(sections);
  await setParameter(page, 'music', 'form', 0);
  for (const place of readings) await expect(place).toBeHidden();
  const chords = page.locator('hu-field[data-key=chordLevel]');
  await expect(chords.locator('[data-test=rest]')).toHaveCount(0);
  await setParameter(page, 'music', 'intensity', -1);
  await expect(chords).toContainText('needs more intensity');
});

test('a storyboard is stored with its versions, and belongs to its universe', async ({ page }) => {
  const id = await makeUniverse(page);
  await openUniversePage(page, `/u/${id}`);
  await drawRise(page);
  await page.locator('[data-test=keep-story]').click();
  await expect(page.getByText('“Storyboard” is saved.')).toBeVisible();
  await expect.poll(async () => (await storyOf(page))?.keptAs).toBeTruthy();

  // A point is moved by the keyboard, and the storyboard is stored again.
  const point = page.locator('button.point').last();
  await point.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await storyOf(page))!.points[1]!.at).toBe(12);
  await page.locator('[data-test=keep-story]').click();
  await expect(page.getByText('“Storyboard” is saved as version 2.')).toBeVisible();

  await page.locator('[data-test=kept-stories]').click();
  await page.getByRole('button', { name: 'Versions of Storyboard' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(async () => (await storyOf(page))!.points[1]!.at).toBe(8);

  await page.reload();
  await openUniversePage(page, `/u/${id}`);
  const story = (await storyOf(page))!;
  expect(story.points.map(({ at }) => at)).toEqual([0, 8]);
  const kept = await page.request.get(`/api/v1/universes/${id}/storyboards`);
  expect((await kept.json()) as unknown).toMatchObject({ storyboards: [{ id: story.keptAs, version: 3 }] });

  // It fits a phone as well.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('hu-more').getByRole('button', { name: 'More' }).click();
  await page.locator('hu-more').getByRole('button', { name: 'Storyboard' }).click();
  await page.locator('button.point').last().click();
  for (const box of [page.locator('hu-storyboard'), page.locator('hu-point-editor'), page.locator('hu-transport [data-test=sound]')]) {
    const { x, width } = (await box.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
  }
});
