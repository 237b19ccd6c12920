import { expect, type Page, test } from '@playwright/test';
import { pitchClassOf, scaleOf, tonicOf } from '../../shared/music/index.ts';
import { parameters } from '../../shared/parameters/index.ts';
import { type FakeMidi, plugFakeMidi } from '../support/fake-midi.ts';
import { desk, friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage, setParameter, tickOf } from '../support/universe-page.ts';

/** The played notes that a page has received. */
const playedOn = (page: Page) =>
  page.evaluate(() =>
    window
      .harmonic!.notes()
      .flatMap(({ tick, midi, frequencyHz, cause, rule }) => (rule === 'played' ? [{ tick, midi, frequencyHz, cause }] : [])),
  );

/** Reduces the particles, so that a slow machine keeps up: late notes are not played. */
async function makeLight(page: Page): Promise<void> {
  await setParameter(page, 'physics', 'emissionRate', 20);
  await setParameter(page, 'physics', 'particleCount', 100);
  await expect.poll(() => page.evaluate(() => [window.harmonic!.pendingEdits(), window.harmonic!.picture.lagSeconds])).toEqual([0, 0]);
  await page.locator('hu-field[data-key=particleCount] input.value').blur();
}

test('the computer keyboard plays notes in key, at the same tick for all members', async ({ page }) => {
  test.slow();
  const id = await makeUniverse(page);
  const other = await friendOf(page, desk);
  await openUniversePage(page, `/u/${id}`);
  await makeLight(page);
  await openUniversePage(other, `/u/${id}`);
  const keysIn = (one: Page, kind: 'note.press' | 'note.release') =>
    one.evaluate(
      (wanted) => window.harmonic!.log().flatMap(({ edit, tick }) => (edit.kind === wanted ? [{ tick, midi: edit.midi }] : [])),
      kind,
    );
  // Either page may be the first to receive a key press.
  const pressed = async (count: number) => {
    for (const one of [page, other]) await expect.poll(() => keysIn(one, 'note.press').then((keys) => keys.length)).toBe(count);
  };

  // With the play keys open, letters are notes and not shortcuts.
  await page.keyboard.press('p');
  const pad = page.locator('hu-play-keys .pad[data-code=KeyF]');
  await expect(pad).toBeVisible();
  await page.keyboard.down('f');
  await expect(pad).toHaveClass(/pressed/);
  await pressed(1);
  await page.keyboard.up('f');
  await expect(pad).not.toHaveClass(/pressed/);
  for (const letter of ['m', 'q', 'r']) await page.keyboard.press(letter, { delay: 120 });
  await pressed(3);

  // A pointer slides over three pads.
  const boxes = await Promise.all(
    ['KeyA', 'KeyS', 'KeyD'].map((code) => page.locator(`hu-play-keys .pad[data-code=${code}]`).boundingBox()),
  );
  const centres = boxes.map((box) => [box!.x + box!.width / 2, box!.y + box!.height / 2] as const);
  await page.mouse.move(...centres[0]);
  await page.mouse.down();
  for (const centre of centres.slice(1)) {
    await page.waitForTimeout(120);
    await page.mouse.move(...centre);
  }
  await page.mouse.up();
  await pressed(6);

  // Each page has played them at the ticks of the log, but for those that it reached too late.
  await expect.poll(() => Promise.all([page, other].map((one) => playedOn(one).then((notes) => notes.length > 0)))).toEqual([true, true]);
  const presses = await keysIn(page, 'note.press');
  expect(await keysIn(other, 'note.press')).toEqual(presses);
  const music = await page.evaluate(() => window.harmonic!.parameters);
  for (const { midi } of presses) expect(scaleOf(music)).toContain(pitchClassOf(midi - tonicOf(music.key)));
  const [here, there] = await Promise.all([page, other].map(playedOn));
  for (const { tick, midi } of [...here, ...there]) expect(presses).toContainEqual({ tick, midi });
  // On a loaded machine the pointer may reach two pads within a tick: notes of one tick are compared by pitch.
  const isOf = (note: { tick: number; midi: number }) => (other: typeof note) => other.tick === note.tick && other.midi === note.midi;
  for (const note of here) for (const same of there.filter(isOf(note))) expect(same).toEqual(note);

  // All keys are released, and both pages simulate the same.
  const keysOf = (keys: { midi: number }[]) => keys.map(({ midi }) => midi);
  await expect.poll(() => keysIn(other, 'note.release').then(keysOf)).toEqual(keysOf(presses));
  const tick = Math.max(await tickOf(page), await tickOf(other)) + 240;
  const [ours, theirs] = await Promise.all([page, other].map((one) => one.evaluate((at) => window.harmonic!.hashAt(at), tick)));
  expect(theirs).toBe(ours);
});

test('a MIDI keyboard plays, its knob is learnt, and a MIDI output gets notes and clock ahead of time', async ({ page }) => {
  test.slow();
  const id = await makeUniverse(page);
  await page.addInitScript(plugFakeMidi);
  await openUniversePage(page, `/u/${id}`);
  await makeLight(page);
  const play = (...bytes: number[]) =>
    page.evaluate((message) => (window as unknown as { fakeMidi: FakeMidi }).fakeMidi.play(...message), bytes);
  const sent = () => page.evaluate(() => (window as unknown as { fakeMidi: FakeMidi }).fakeMidi.sent);

  await page.keyboard.press('p');
  await page.locator('hu-play-keys .connect').click();
  await page.locator('hu-connect-dialog button', { hasText: 'Connect MIDI devices' }).click();
  await expect(page.locator('hu-connect-dialog')).toContainText('Listening to Test Keys');
  await page.locator('hu-connect-dialog [data-test=midi-output]').selectOption({ label: 'Test Synth' });
  await page.locator('hu-connect-dialog [aria-label=Close]').click();

  await play(0x90, 61, 100);
  await expect.poll(() => playedOn(page).then((notes) => notes.length)).toBe(1);
  await play(0x80, 61, 0);
  const edits = () => page.evaluate(() => window.harmonic!.log().map(({ edit }) => edit));
  await expect.poll(() => edits().then((all) => all.at(-1))).toEqual({ kind: 'note.release', midi: 61 });

  // Unplugging the device releases its pressed keys for all members; the pedal holds released keys.
  const plug = (isThere: boolean) => page.evaluate((there) => (window as unknown as { fakeMidi: FakeMidi }).fakeMidi.plug(there), isThere);
  const lastEdit = () => edits().then((all) => all.at(-1));
  await play(0x90, 63, 100);
  await expect.poll(lastEdit).toMatchObject({ kind: 'note.press', midi: 63 });
  await plug(false);
  await expect.poll(lastEdit).toEqual({ kind: 'note.release', midi: 63 });
  await plug(true);
  await play(0xb0, 64, 127);
  await play(0x90, 65, 100);
  await play(0x80, 65, 0);
  await expect.poll(lastEdit).toMatchObject({ kind: 'note.press', midi: 65 });
  await play(0xb0, 64, 0);
  await expect.poll(lastEdit).toEqual({ kind: 'note.release', midi: 65 });

  // The output gets note-ons and 24 clock pulses per beat.
  await expect.poll(() => sent().then((all) => all.filter(({ bytes }) => bytes[0] === 0xf8).length)).toBeGreaterThan(48);
  const all = await sent();
  expect(all.find(({ bytes }) => bytes[0] >= 0xf8)?.bytes).toEqual([0xfa]);
  expect(all.some(({ bytes }) => (bytes[0] & 0xf0) === 0x90)).toBe(true);

  const field = page.locator('hu-field[data-key=gravity]');
  await field.click({ button: 'right' });
  await expect(field.locator('hu-learn')).toContainText('Move a knob');
  await play(0xb0, 21, 127);
  await expect.poll(() => page.evaluate(() => window.harmonic!.parameters.gravity)).toBe(parameters.gravity.max);
  await play(0xb0, 21, 0);
  await expect.poll(() => page.evaluate(() => window.harmonic!.parameters.gravity)).toBe(parameters.gravity.min);
  await expect(field.locator('hu-learn')).toContainText('CC 21');
});
