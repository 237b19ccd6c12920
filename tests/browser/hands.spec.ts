import { expect, type Page, test } from '@playwright/test';
import { pitchClassOf, scaleOf, tonicOf } from '../../shared/music/index.ts';
import { makeUniverse, openUniverse, tickOf } from '../support/universe-page.ts';

/** Notes that hands have played, as a page was told of them. */
const playedOn = (page: Page) =>
  page.evaluate(() =>
    window
      .harmonic!.notes()
      .flatMap(({ tick, midi, frequencyHz, cause, rule }) => (rule === 'played' ? [{ tick, midi, frequencyHz, cause }] : [])),
  );

test('keys of the computer play notes in key, at the same tick for everybody', async ({ page, browser, baseURL }) => {
  const id = await makeUniverse(page);
  await openUniverse(page, `/u/${id}`);
  const other = await browser.newPage({ baseURL });
  await openUniverse(other, `/u/${id}`);

  // Shut, the letters are shortcuts; open, they are notes.
  await page.keyboard.press('p');
  const pad = page.locator('hu-play-keys .pad[data-code=KeyF]');
  await expect(pad).toBeVisible();
  await page.keyboard.down('f');
  await expect(pad).toHaveClass(/pressed/);
  await expect.poll(() => playedOn(other).then((notes) => notes.length)).toBe(1);
  await page.keyboard.up('f');
  await expect(pad).not.toHaveClass(/pressed/);
  for (const letter of ['m', 'q', 'r']) await page.keyboard.press(letter, { delay: 120 });
  await expect.poll(() => playedOn(other).then((notes) => notes.length)).toBe(3);

  // A finger on the screen glides over three pads.
  const lower = await Promise.all(
    ['KeyA', 'KeyS', 'KeyD'].map((code) => page.locator(`hu-play-keys .pad[data-code=${code}]`).boundingBox()),
  );
  const centres = lower.map((box) => [box!.x + box!.width / 2, box!.y + box!.height / 2] as const);
  await page.mouse.move(...centres[0]);
  await page.mouse.down();
  for (const centre of centres.slice(1)) {
    await page.waitForTimeout(120);
    await page.mouse.move(...centre);
  }
  await page.mouse.up();
  await expect.poll(() => playedOn(other).then((notes) => notes.length)).toBe(6);
  await expect.poll(() => playedOn(page).then((notes) => notes.length)).toBe(6);
  const [here, there] = await Promise.all([page, other].map(playedOn));
  expect(there).toEqual(here);
  const parameters = await page.evaluate(() => window.harmonic!.parameters);
  for (const { midi } of here) expect(scaleOf(parameters)).toContain(pitchClassOf(midi - tonicOf(parameters.key)));

  // All keys are let go, and both simulate the same.
  const log = await other.evaluate(() => window.harmonic!.log().map(({ edit }) => edit));
  const keysOf = (kind: string) => log.flatMap((edit) => (edit.kind === kind && 'midi' in edit ? [edit.midi] : []));
  expect(keysOf('note.release')).toEqual(keysOf('note.press'));
  const tick = Math.max(await tickOf(page), await tickOf(other)) + 240;
  const [ours, theirs] = await Promise.all([page, other].map((one) => one.evaluate((at) => window.harmonic!.hashAt(at), tick)));
  expect(theirs).toBe(ours);
  await other.close();
});
