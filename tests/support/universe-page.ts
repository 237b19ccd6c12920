import { expect, type Locator, type Page } from '@playwright/test';
import { type ParameterKey, parameterOf } from '../../shared/parameters/index.ts';
import { decodePng } from './png.ts';
import { readTemplate, withParticles } from './templates.ts';

/** Timeout for opening a universe, also on a loaded machine. */
const openingMs = 50_000;
/** Particles of a universe that a test only needs to exist: simulating a template's tens of thousands takes a fifth of a core in each page. */
const fewParticles = 2000;

/** Makes a universe like a template over the API, as the page's user, but with few particles, and returns its id. `origin`: of another server. */
export async function makeUniverse(page: Page, templateId = 'bell-well', origin = ''): Promise<string> {
  const { name, sentence, document } = readTemplate(templateId);
  const file = { format: 'harmonic-universe', version: 1, name, description: sentence, tags: [] };
  return postUniverse(page, '/api/v1/universes/import', { ...file, document: withParticles(document, fewParticles) }, origin);
}

/** Makes a universe from a template over the API, as the page's user, and returns its id. */
export function makeFromTemplate(page: Page, templateId: string): Promise<string> {
  return postUniverse(page, '/api/v1/universes', { templateId });
}

async function postUniverse(page: Page, path: string, data: object, origin = ''): Promise<string> {
  await page.request.get(`${origin}/api/v1/me`);
  const response = await page.request.post(origin + path, { data, headers: origin ? { origin } : {} });
  expect(response.ok(), await response.text()).toBe(true);
  return ((await response.json()) as { id: string }).id;
}

/** Opens a universe and waits until it is online and running. @throws Error with the state of the page after the timeout */
export async function openUniversePage(page: Page, path: string): Promise<void> {
  const seen: string[] = [];
  page.on('console', (message) => seen.push(message.text()));
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('response', (response) => response.status() >= 400 && seen.push(`${response.status()} ${response.url()}`));
  await page.goto(path);
  try {
    await page.waitForFunction(() => document.documentElement.dataset.firstFrame === 'true', null, { timeout: openingMs });
    await page.waitForFunction(() => window.harmonic?.connection === 'online' && (window.harmonic.scalars?.tick ?? 0) > 60, null, {
      timeout: openingMs,
    });
  } catch (cause) {
    throw new Error(`${path} did not open: ${await standingOf(page)}\n${seen.join('\n')}`, { cause });
  }
}

/** Describes how far a page has loaded. */
function standingOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { connection, scalars, picture } = window.harmonic!;
    const fetched = performance.getEntriesByType('resource').map(({ name, startTime }) => `${Math.round(startTime)} ms ${name}`);
    return [location.href, document.body.innerText, JSON.stringify({ connection, scalars, picture }), ...fetched].join('\n');
  });
}

/** Returns the last tick that the page has read from the simulation. */
export function tickOf(page: Page): Promise<number> {
  return page.evaluate(() => window.harmonic?.scalars?.tick ?? 0);
}

/** Opens the panel of a parameter and its topic, as needed, and returns its control. */
export async function showParameter(page: Page, panel: string, key: ParameterKey): Promise<Locator> {
  const field = page.locator(`hu-field[data-key=${key}]`);
  const tab = page.locator(`button[data-panel=${panel}]`);
  if ((await tab.getAttribute('aria-pressed')) !== 'true') await tab.click();
  const topic = page.locator(`button[data-topic=${parameterOf(key).topic}]`);
  // Without the topic's heading the control may be visible already.
  await topic.or(field).first().waitFor();
  if ((await field.count()) === 0) await topic.click();
  return field;
}

/** Sets a parameter by typing into its control. */
export async function setParameter(page: Page, panel: string, key: ParameterKey, value: number): Promise<void> {
  const field = await showParameter(page, panel, key);
  await field.locator('input.value').fill(String(value));
  await field.locator('input.value').press('Enter');
}

export interface PictureStatistics {
  /** Mean brightness of the pixels, 0..255. */
  mean: number;
  /** Share of pixels that are clearly brighter than the background. */
  litShare: number;
  pixels: Uint8Array;
}

/** Measures the brightness of the middle of the stage, without the interface around it. */
export async function readPicture(page: Page): Promise<PictureStatistics> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
  const clip = { x: width * 0.15, y: height * 0.2, width: width * 0.4, height: height * 0.55 };
  const { pixels } = decodePng(await page.screenshot({ clip }));
  let sum = 0;
  let lit = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    const brightness = (pixels[at] + pixels[at + 1] + pixels[at + 2]) / 3;
    sum += brightness;
    if (brightness > 40) lit += 1;
  }
  const count = pixels.length / 3;
  return { mean: sum / count, litShare: lit / count, pixels };
}

/** Mean difference of two pictures of the same size, 0..255. */
export function differenceOf(a: PictureStatistics, b: PictureStatistics): number {
  let sum = 0;
  for (let at = 0; at < a.pixels.length; at++) sum += Math.abs(a.pixels[at] - b.pixels[at]);
  return sum / a.pixels.length;
}
