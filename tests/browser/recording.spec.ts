import { readFileSync } from 'node:fs';
import midi from '@tonejs/midi';
import { type Download, expect, type Page, test } from '@playwright/test';
import type { RecordKind } from '../../client/store/recording.ts';
import { midiOnset } from '../../shared/recording/midi-file.ts';
import { midiKeyOf } from '../../shared/simulation/midi-voice.ts';
import { replayRun } from '../../shared/recording/replay.ts';
import type { Note } from '../../shared/simulation/note.ts';
import type { LoggedEdit, UniverseDocument } from '../../shared/universe/index.ts';
import { friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage, setParameter, tickOf } from '../support/universe-page.ts';
import { nullDb, powerDb, readWav } from '../support/wav-file.ts';

// The CPU draws the frames of a video here, beside those of the page.
test.setTimeout(480_000);

/** Waits until the universe is past a number of seconds. */
async function waitFor(page: Page, seconds: number): Promise<void> {
  await expect.poll(() => tickOf(page), { timeout: 60_000 }).toBeGreaterThan(seconds * 60);
}

async function openForm(page: Page, what: RecordKind, from: string, to: string): Promise<void> {
  if (!(await page.locator('hu-record-dialog dialog').isVisible())) await page.locator('[data-test=record]').click();
  await page.locator(`hu-record-form input[value=${what}]`).check();
  await page.locator('hu-record-form input[value=between]').check();
  await page.getByLabel('From, minutes').fill(from);
  await page.getByLabel('To, minutes').fill(to);
}

/** Records a part of the open universe with the dialog and returns the files that it saves. */
async function record(page: Page, what: RecordKind, from: string, to: string): Promise<{ name: string; bytes: Buffer }[]> {
  const downloads: Download[] = [];
  const keep = (download: Download) => downloads.push(download);
  page.on('download', keep);
  await openForm(page, what, from, to);
  await page.locator('[data-test=record-start]').click();
  const done = page.locator('[data-test=record-done], [data-test=record-failed]');
  await done.waitFor({ timeout: 440_000 });
  expect(await page.evaluate(() => window.harmonic!.recording.message)).not.toMatch(/error|fail/i);
  const names = await page.evaluate(() => window.harmonic!.recording.files.map(({ name }) => name));
  await expect.poll(() => downloads.length).toBe(names.length);
  page.off('download', keep);
  await page.locator('[data-test=record-another]').click();
  return Promise.all(
    downloads.map(async (download) => ({ name: download.suggestedFilename(), bytes: readFileSync(await download.path()) })),
  );
}

test('the MIDI file of a part of the run contains exactly the notes of a replay of the edit log', async ({ page }) => {
  const id = await makeUniverse(page, 'pulsar');
  const { document } = (await (await page.request.get(`/api/v1/universes/${id}`)).json()) as { document: UniverseDocument };
  await openUniversePage(page, `/u/${id}`);
  await setParameter(page, 'physics', 'gravity', 4);
  await waitFor(page, 7);
  const [file, ...others] = await record(page, 'midi', '0:02', '0:06');
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
  const [[ours], [theirs]] = [await record(page, 'midi', '0:01', '0:06'), await record(late, 'midi', '0:01', '0:06')];
  expect(theirs!.bytes.equals(ours!.bytes)).toBe(true);
  expect(ours!.bytes.length).toBeGreaterThan(200);
});

test('records the sound of a part as a WAV file, twice the same', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  await waitFor(page, 7);
  const [once] = await record(page, 'sound', '0:03', '0:06');
  expect(once.name).toBe('pulsar.wav');
  const first = readWav(once.bytes);
  expect(first).toMatchObject({ channels: 2, sampleRate: 48_000, frames: 3 * 48_000 });
  expect(powerDb(first.samples)).toBeGreaterThan(-45);
  const [again] = await record(page, 'sound', '0:03', '0:06');
  const residue = nullDb(first.samples, readWav(again.bytes).samples);
  expect(residue).toBeLessThanOrEqual(-90);
});

test('records each part that plays as a stem as long as the mix', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  await waitFor(page, 5);
  const files = await record(page, 'stems', '0:02', '0:04');
  expect(files.length).toBeGreaterThan(2);
  for (const { name, bytes } of files) {
    expect(name).toMatch(/^pulsar-(mix|lead|bass|chords|drums|texture|ambience)\.wav$/);
    const { frames, samples } = readWav(bytes);
    expect(frames).toBe(2 * 48_000);
    expect(powerDb(samples), name).toBeGreaterThan(-90);
  }
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
});

test('records a video with its length, its size, its sound and a moving picture', async ({ page }) => {
  // A small stage and a low quality leave more of the CPU to the recording.
  await page.setViewportSize({ width: 420, height: 650 });
  await page.addInitScript(() => localStorage.setItem('harmonic.quality', '0.3'));
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  await waitFor(page, 5);
  const tickBefore = await tickOf(page);
  const [file] = await record(page, 'video', '0:03', '0:04');
  // The universe went on meanwhile.
  expect(await tickOf(page)).toBeGreaterThan(tickBefore + 60);
  expect(file.name).toBe('pulsar.webm');
  const seen = await page.evaluate(async (source) => {
    const blob = new Blob([Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0))], { type: 'video/webm' });
    const video = document.createElement('video');
    video.muted = true;
    video.src = URL.createObjectURL(blob);
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => reject(new Error(video.error?.message));
    });
    const canvas = new OffscreenCanvas(64, 36);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const pictures: number[][] = [];
    for (const seconds of [0, 0.5, 0.9]) {
      video.currentTime = seconds;
      await new Promise((resolve) => (video.onseeked = resolve));
      // A frame may be decoded a little after the seek; until then nothing is drawn.
      const draw = () => {
        context.drawImage(video, 0, 0, 64, 36);
        return [...context.getImageData(0, 0, 64, 36).data];
      };
      let picture = draw();
      while (picture[3] === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        picture = draw();
      }
      pictures.push(picture);
    }
    const sound = await new AudioContext().decodeAudioData(await blob.arrayBuffer());
    const samples = sound.getChannelData(0);
    return {
      duration: video.duration,
      width: video.videoWidth,
      height: video.videoHeight,
      pictures,
      soundSeconds: sound.duration,
      loudest: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    };
  }, file.bytes.toString('base64'));
  expect(seen).toMatchObject({ width: 1280, height: 720 });
  expect(Math.abs(seen.duration - 1)).toBeLessThan(0.05);
  expect(Math.abs(seen.soundSeconds - 1)).toBeLessThan(0.1);
  expect(seen.loudest).toBeGreaterThan(0.01);
  const lit = seen.pictures.map((picture) => picture.filter((value, index) => index % 4 !== 3 && value > 40).length);
  expect(Math.min(...lit), `bright values of the pictures: ${lit.join(', ')}`).toBeGreaterThan(20);
  const apart = seen.pictures[0].reduce((sum, value, index) => sum + Math.abs(value - seen.pictures[2][index]), 0);
  expect(apart / seen.pictures[0].length).toBeGreaterThan(0.5);
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
