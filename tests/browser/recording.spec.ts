import midi from '@tonejs/midi';
import { expect, test } from '@playwright/test';
import { midiOnset } from '../../shared/recording/midi-file.ts';
import { midiKeyOf } from '../../shared/simulation/midi-voice.ts';
import { replayRun } from '../../shared/recording/replay.ts';
import type { Note } from '../../shared/simulation/note.ts';
import type { LoggedEdit, UniverseDocument } from '../../shared/universe/index.ts';
import { friendOf } from '../support/friend.ts';
import { openForm, recordPart, waitFor } from '../support/record.ts';
import { makeUniverse, openUniversePage, setParameter } from '../support/universe-page.ts';
import { nullDb, powerDb, readWav } from '../support/wav-file.ts';

test('the MIDI file of a part of the run contains exactly the notes of a replay of the edit log', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const { document } = (await (await page.request.get(`/api/v1/universes/${id}`)).json()) as { document: UniverseDocument };
  await openUniversePage(page, `/u/${id}`);
  await setParameter(page, 'physics', 'gravity', 4);
  await waitFor(page, 7);
  const [file, ...others] = await recordPart(page, 'midi', '0:02', '0:06');
  expect(others).toEqual([]);
  expect(file.name).toBe('pulsar.mid');
  const edits = (await page.evaluate(() => window.harmonic!.log())) as LoggedEdit[];
  expect(edits).not.toEqual([]);
  const notes: Note[] = [];
  const { simulation, advance } = replayRun({ document, snapshot: null, edits });
  while (simulation.tick < 360) {
    advance();
    if (simulation.tick > 120) notes.push(...simulation.notes.map((note) => ({ ...note })));
  }
  expect(notes.length).toBeGreaterThan(5);
  const read = new midi.Midi(file.bytes).tracks.flatMap((track) => track.notes.map((note) => [track.name, note.ticks, note.midi].join()));
  expect(read.sort()).toEqual(notes.map((note) => [note.part, midiOnset(note, 120), midiKeyOf(note)].join()).sort());
});

test('a member who joins late can record what was before', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  await openUniversePage(page, `/u/${id}`);
  await setParameter(page, 'physics', 'gravity', 4);
  await waitFor(page, 7);
  const late = await friendOf(page, { width: 420, height: 650 });
  const offered = late.waitForResponse((response) => response.url().includes('/rooms/snapshots/'));
  await openUniversePage(late, `/u/${id}`);
  expect((await offered).status()).toBeLessThan(300);
  expect(await late.evaluate(() => window.harmonic!.log().length)).toBe(0);
  const [[ours], [theirs]] = [await recordPart(page, 'midi', '0:01', '0:06'), await recordPart(late, 'midi', '0:01', '0:06')];
  expect(theirs!.bytes.equals(ours!.bytes)).toBe(true);
  expect(ours!.bytes.length).toBeGreaterThan(200);
});

test('records the sound of a part as a WAV file, twice the same', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  await waitFor(page, 7);
  const [once] = await recordPart(page, 'sound', '0:03', '0:06');
  expect(once.name).toBe('pulsar.wav');
  const first = readWav(once.bytes);
  expect(first).toMatchObject({ channels: 2, sampleRate: 48_000, frames: 3 * 48_000 });
  expect(powerDb(first.samples)).toBeGreaterThan(-45);
  const [again] = await recordPart(page, 'sound', '0:03', '0:06');
  const residue = nullDb(first.samples, readWav(again.bytes).samples);
  expect(residue).toBeLessThanOrEqual(-90);
});

test('records each part that plays as a stem as long as the mix', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  await waitFor(page, 5);
  const files = await recordPart(page, 'stems', '0:02', '0:04');
  expect(files.length).toBeGreaterThan(2);
  for (const { name, bytes } of files) {
    expect(name).toMatch(/^pulsar-(mix|lead|bass|chords|drums|texture|ambience)\.wav$/);
    const { frames, samples } = readWav(bytes);
    expect(frames).toBe(2 * 48_000);
    expect(powerDb(samples), name).toBeGreaterThan(-90);
  }
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
});

test('rejects an invalid range with a message, and cancels a recording', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  await page.keyboard.press('c');
  await expect(page.locator('hu-record-dialog dialog')).toBeVisible();
  await openForm(page, 'sound', '0:05', '0:03');
  const words = page.locator('[data-test=record-words]');
  await expect(words).toContainText('must be after');
  await expect(page.locator('[data-test=record-start]')).toBeDisabled();
  await openForm(page, 'sound', '0:00', '9:00');
  await expect(words).toContainText('has not happened yet');
  await waitFor(page, 4);
  await openForm(page, 'video', '0:00', '0:03');
  await page.locator('[data-test=record-start]').click();
  await expect(page.locator('hu-record-dialog progress')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-test=record]')).toContainText('%');
  await page.locator('[data-test=record]').click();
  await page.locator('[data-test=record-cancel]').click();
  await expect(page.locator('hu-record-form')).toBeVisible();
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes('recording-worker')).length).toBe(0);
});
