import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { type ParameterKey, parameterOf } from '../../shared/parameters/index.ts';
import { coarsePicture, storeEntries } from '../support/coarse-picture.ts';
import { decodePng, type Pixels } from '../support/png.ts';
import type { EnginePage } from './driver.ts';
import { middleOf } from './in-page.ts';
import { keys } from './keys.ts';

/** Timeout for opening a universe, also on a loaded machine. */
const openingMilliseconds = 120_000;
/** A page whose tick has not changed for this long is at rest. */
const standstillMilliseconds = 20_000;
const recordingMilliseconds = 120_000;
/** Interval of looks at the level. */
const levelMilliseconds = 50;

/** Waits for an element and presses it. */
async function pressWhenThere(page: EnginePage, selector: string): Promise<void> {
  await page.waitFor(middleOf, [selector]);
  await page.press(selector);
}

/** Replaces the text of a field. */
async function fill(page: EnginePage, selector: string, text: string): Promise<void> {
  await pressWhenThere(page, selector);
  await page.type(keys.end + keys.backspace.repeat(12) + text);
}

const isThere = async (page: EnginePage, selector: string) => (await page.evaluate(middleOf, selector)) !== null;

/** Waits until the universe of this page is online, drawn and running. */
async function waitUntilOpen(page: EnginePage): Promise<void> {
  await page.waitFor(
    () =>
      document.documentElement.dataset.firstFrame === 'true' &&
      window.harmonic?.connection === 'online' &&
      (window.harmonic.scalars?.tick ?? 0) > 60,
    [],
    openingMilliseconds,
  );
}

/** Opens a template from the gallery as a new user; returns the address of the universe made from it. */
export async function openFromGallery(page: EnginePage, baseUrl: string, templateId: string): Promise<string> {
  await page.goto(baseUrl);
  // The CPU draws the picture here: a coarse one leaves CPU time to the sound.
  await page.evaluate(storeEntries, coarsePicture(15));
  await pressWhenThere(page, `a.card[href="/new/${templateId}"]`);
  await waitUntilOpen(page);
  return page.evaluate(() => location.href);
}

/** Opens a universe by its address, in the page of the other member. */
export async function openByAddress(page: EnginePage, address: string): Promise<void> {
  await page.goto(address);
  await waitUntilOpen(page);
}

/** Statistics of the middle of the window. */
export interface Seen {
  /** Shares of bright and of changed pixels, 0..1. */
  readonly lit: number;
  readonly changed: number;
  /** Mean difference of neighbouring pixels, divided by the mean brightness. */
  readonly sharpness: number;
}

/** Compares the middle of the stage in two screenshots. */
function compare(before: Pixels, after: Pixels): Seen {
  const { width, height } = after;
  const brightness = ({ pixels }: Pixels, at: number) => (pixels[at] + pixels[at + 1] + pixels[at + 2]) / 3;
  let [count, lit, changed, steps, sum] = [0, 0, 0, 0, 0];
  for (let y = Math.floor(height * 0.2); y < height * 0.75; y++) {
    for (let x = Math.floor(width * 0.15); x < width * 0.55; x++) {
      const at = (y * width + x) * 3;
      const now = brightness(after, at);
      count += 1;
      sum += now;
      steps += Math.abs(now - brightness(after, at + 3));
      if (now > 40) lit += 1;
      if (Math.abs(now - brightness(before, at)) > 20) changed += 1;
    }
  }
  return { lit: lit / count, changed: changed / count, sharpness: steps / sum };
}

/** Compares two screenshots between which at least ten frames are drawn. */
export async function look(page: EnginePage): Promise<Seen> {
  const before = decodePng(Buffer.from(await page.screenshot()));
  const drawn = await page.evaluate(() => window.harmonic!.picture.framesDrawn);
  await page.waitFor((drawn) => window.harmonic!.picture.framesDrawn > drawn + 10, [drawn]);
  return compare(before, decodePng(Buffer.from(await page.screenshot())));
}

/** Output level, dBFS: RMS of both channels. */
const levelOf = (page: EnginePage) => page.evaluate(() => window.harmonic!.audio.rmsDb);

/** Highest level over some seconds, dBFS. Between two looks the page has the time to play. */
async function loudestOf(page: EnginePage, seconds: number): Promise<number> {
  let loudest = -100;
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(levelMilliseconds))
    loudest = Math.max(loudest, await levelOf(page));
  return loudest;
}

/** Expects silence before the sound is turned on, sound after, silence in a pause, and sound again. Returns the highest level, dBFS. */
export async function hear(page: EnginePage): Promise<number> {
  expect(await page.evaluate(() => window.harmonic!.audio.state)).toBe('waiting');
  expect(await levelOf(page)).toBeLessThan(-80);
  await pressWhenThere(page, '[data-test=sound]');
  await page.waitFor(() => window.harmonic!.audio.state !== 'starting' && window.harmonic!.audio.state !== 'waiting', []);
  expect(await page.evaluate(() => [window.harmonic!.audio.state, window.harmonic!.audio.message])).toEqual(['running', '']);
  const loudest = await loudestOf(page, 4);
  expect(loudest).toBeGreaterThan(-45);
  expect(loudest).toBeLessThan(-1);
  await page.press('[data-test=play]');
  // On a busy CPU the audio clock runs late: the test waits for silence, then checks that it lasts.
  await page.waitFor(() => window.harmonic!.audio.rmsDb < -80, []);
  expect(await loudestOf(page, 1)).toBeLessThan(-80);
  await page.press('[data-test=play]');
  await page.waitFor(() => window.harmonic!.audio.rmsDb > -45, []);
  return loudest;
}

/** Opens the mixer and waits until it shows a loudness. Returns the short-term loudness, LUFS. */
export async function openMixer(page: EnginePage): Promise<number> {
  await pressWhenThere(page, 'button[data-panel=mixer]');
  await page.waitFor(middleOf, ['hu-mixer-panel >> [data-test=loudness]']);
  return page.waitFor(() => {
    const loudness = window.harmonic!.heard!.meter.lufsShortTerm;
    return loudness > -40 && loudness;
  }, []);
}

/** Opens the panel of a parameter and its topic, as needed; returns the selector of its control. */
async function showParameter(page: EnginePage, panel: string, key: ParameterKey): Promise<string> {
  const field = `hu-field[data-key=${key}]`;
  const tab = `button[data-panel=${panel}]`;
  const topic = `button[data-topic=${parameterOf(key).topic}]`;
  await page.waitFor(middleOf, [tab]);
  if (!(await isThere(page, `${tab}[aria-pressed=true]`))) await page.press(tab);
  // Without the topic's heading the control may be visible already.
  await page.waitFor(middleOf, [`${field}, ${topic}`]);
  if (!(await isThere(page, field))) await page.press(topic);
  await page.waitFor(middleOf, [field]);
  return field;
}

/** Sets a parameter by typing into its control. */
export async function typeParameter(page: EnginePage, panel: string, key: ParameterKey, value: number): Promise<void> {
  await fill(page, `${await showParameter(page, panel, key)} >> input.value`, String(value));
  await page.type(keys.enter);
}

/** Waits until a parameter has a value in this page. */
export const waitForParameter = (page: EnginePage, key: ParameterKey, value: number): Promise<boolean> =>
  page.waitFor((key: ParameterKey, value: number) => window.harmonic!.parameters[key] === value, [key, value] as const);

/** Pauses the universe, returns each page's hash at the tick of the pause, and plays on. Waits for slow pages while they advance. */
export async function hashesAtRest(pages: readonly [EnginePage, ...EnginePage[]]): Promise<string[]> {
  const [first] = pages;
  await first.press('[data-test=play]');
  let [before, now] = ['', ''];
  let movedAt = Date.now();
  let ticks: number[];
  do {
    if (now !== before) movedAt = Date.now();
    before = now;
    await sleep(1000);
    ticks = await Promise.all(pages.map((page) => page.evaluate(() => window.harmonic!.scalars!.tick)));
    now = ticks.join(', ');
  } while (now !== before || (new Set(ticks).size > 1 && Date.now() - movedAt < standstillMilliseconds));
  expect(new Set(ticks).size, `they rest at ${now}`).toBe(1);
  const hashes = await Promise.all(pages.map((page) => page.evaluate((tick) => window.harmonic!.hashAt(tick), ticks[0]!)));
  await first.press('[data-test=play]');
  return hashes;
}

/** Records the sound between two times, `m:ss`, and returns the file that is saved. */
export async function recordSound(page: EnginePage, from: string, to: string): Promise<Buffer> {
  await page.evaluate(() => {
    const kept: Blob[] = [];
    Object.assign(window, { kept });
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (data: Blob | MediaSource) => {
      if (data instanceof Blob) kept.push(data);
      return make(data);
    };
  });
  await pressWhenThere(page, '[data-test=record]');
  await pressWhenThere(page, 'hu-record-form >> input[value=sound]');
  await pressWhenThere(page, 'hu-record-form >> input[value=between]');
  await fill(page, 'hu-record-form >> input[aria-label^=From]', from);
  await fill(page, 'hu-record-form >> input[aria-label^=To]', to);
  await page.press('[data-test=record-start]');
  await page.waitFor(() => ['done', 'failed'].includes(window.harmonic!.recording.status), [], recordingMilliseconds);
  const [status, message] = await page.evaluate(() => [window.harmonic!.recording.status, window.harmonic!.recording.message]);
  expect(status, message).toBe('done');
  const saved = await page.evaluate(async () => {
    const blob = (window as unknown as { kept: Blob[] }).kept.at(-1)!;
    const reader = new FileReader();
    const read = new Promise((resolve) => reader.addEventListener('load', resolve));
    reader.readAsDataURL(blob);
    await read;
    return String(reader.result).split(',')[1];
  });
  await page.press('hu-record-dialog >> [aria-label=Close]');
  return Buffer.from(saved, 'base64');
}

/** Goes back to the gallery. */
export async function leaveToGallery(page: EnginePage): Promise<void> {
  await page.press('a.home');
  await page.waitFor(middleOf, ['a.card']);
}
