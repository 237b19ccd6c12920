import { expect, type Page, test } from '@playwright/test';
import { features } from '../../client/app/features/index.ts';
import type { PanelName } from '../../client/store/panels.ts';
import { tabsOf } from '../../client/ui/features.ts';
import { friendOf } from '../support/friend.ts';
import { screen, stageShareOf } from '../support/pressable.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';
import { visitorOf } from '../support/visit.ts';

// Only the layout is tested: the picture may be coarse.
test.use({ deviceScaleFactor: 0.25 });

type Size = readonly [width: number, height: number, pointer: 'finger' | 'mouse'];

/** Phones, upright and held sideways, tablets, desks, a desk at a zoom of 200 %, and the smallest phone. */
const sizes: readonly Size[] = [
  [1440, 900, 'mouse'],
  [360, 640, 'finger'],
  [390, 844, 'finger'],
  [430, 932, 'finger'],
  [600, 960, 'finger'],
  [667, 375, 'finger'],
  [844, 390, 'finger'],
  [932, 430, 'finger'],
  [768, 1024, 'finger'],
  [820, 1180, 'finger'],
  [1024, 768, 'finger'],
  [1280, 800, 'mouse'],
  [1920, 1080, 'mouse'],
  [640, 512, 'mouse'],
  [320, 568, 'finger'],
];
/** Sizes with the least room for longer words or other buttons. */
const tightSizes = sizes.filter(([width]) => [360, 667, 768, 1280].includes(width));
/** Minimum share of the window that shows the stage beside an open panel. */
const minStage = 0.4;

const press = (page: Page, key: string) => page.keyboard.press(key);

/** Removes the focus, so that a letter is a shortcut. */
const letGo = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at instanceof HTMLElement) at.blur();
  });

/** The faults of the builder page at one size. */
class Look {
  readonly found: string[] = [];

  readonly page: Page;
  readonly size: Size;

  constructor(page: Page, size: Size) {
    this.page = page;
    this.size = size;
  }

  /** Records the faults of the controls while `state` is open, and whether the stage has its share of the window. */
  async at(state: string, minStage = 0): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { faults, tried } = await screen(this.page);
    const say = (fault: string) => this.found.push(`${this.size.join(' ')}, ${state}: ${fault}`);
    faults.forEach(say);
    const stage = minStage > 0 ? await stageShareOf(this.page) : 1;
    if (stage < minStage) say(`${Math.round(stage * 100)} % of the window show the stage`);
    if (tried === 0) say('nothing could be pressed');
  }

  /** Opens the panel of a key and checks it. */
  async panel(name: PanelName, key: string): Promise<void> {
    await letGo(this.page);
    await press(this.page, key);
    await expect(this.page.locator(panelParts[name] ?? 'hu-parameter-panel hu-field').first()).toBeVisible();
    await this.at(name, this.size[0] < 360 ? 0.35 : minStage);
  }
}

const panelParts: Partial<Record<PanelName, string>> = {
  emitters: 'hu-emitters-panel button',
  mixer: 'hu-mixer-panel hu-loudness-meter',
  suggestions: 'hu-suggestions-panel hu-aim-pad',
  comments: 'hu-comments-panel button',
  chat: 'hu-chat-panel [role=log]',
  history: 'hu-history-panel h3',
};

async function resize(page: Page, [width, height, pointer]: Size): Promise<void> {
  await page.setViewportSize({ width, height });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: pointer === 'finger', maxTouchPoints: 1 });
  await cdp.detach();
}

/** Opens every panel and dialog of the builder page in turn, at each of the given sizes. */
async function lookAtEverything(page: Page, among: readonly Size[], mayEdit: boolean): Promise<void> {
  const found: string[] = [];
  for (const size of among) {
    await resize(page, size);
    const look = new Look(page, size);
    await letGo(page);
    if ((await page.locator('hu-panel-frame').count()) > 0) await press(page, 'h');
    await look.at('nothing', 0.6);
    for (const [index, { name }] of tabsOf(features).entries()) await look.panel(name, String(index + 1));
    for (const [name, key] of [
      ['comments', 'd'],
      ['history', 'y'],
      ['chat', 'q'],
    ] as const)
      await look.panel(name, key);
    await letGo(page);
    await press(page, 'b');
    await expect(page.locator('hu-storyboard button').first()).toBeVisible();
    await look.at('chat and storyboard');
    await press(page, 'h');
    if (mayEdit) {
      await look.at('storyboard', size[0] < 360 ? 0.35 : minStage);
      const first = page.locator('[data-test=first-point]');
      await ((await first.isVisible()) ? first : page.locator('hu-timeline-track button.point').first()).click();
      await expect(page.locator('hu-point-editor')).toBeVisible();
      await look.at('point of the storyboard', 0.3);
      await letGo(page);
      await press(page, '1');
      await look.at('point and panel');
      await page.locator('[data-test=kept-stories]').click();
      await look.at('kept storyboards and panel');
      await press(page, 'p');
      await expect(page.locator('hu-play-keys button').first()).toBeVisible();
      await look.at('keys and panel');
      await page.getByRole('button', { name: /^(Close panel|Bedienfeld schließen)$/ }).click();
      await look.at('keys', size[0] < 360 ? 0.35 : minStage);
      await letGo(page);
      await page.locator('hu-play-keys button').last().click();
    } else await press(page, 'b');
    await letGo(page);
    for (const key of ['s', '?', 'c']) {
      await press(page, key);
      await expect(page.locator('dialog[open] button').first()).toBeVisible();
      await look.at(`dialog of ${key}`);
      await press(page, 'Escape');
    }
    await page.locator('hu-members-button .faces').click();
    await expect(page.locator('[data-test=hand]')).toBeVisible();
    await look.at('people');
    await press(page, 'Escape');
    const menu = page.locator('hu-more button.open');
    if (await menu.isVisible()) {
      await menu.click();
      await look.at('menu');
      await press(page, 'Escape');
    }
    found.push(...look.found);
  }
  expect.soft(found).toEqual([]);
}

/** Makes a universe with two emitters at one place, and two wells at another. */
async function makeCrowd(page: Page): Promise<string> {
  const id = await makeUniverse(page);
  const response = await page.request.get(`/api/v1/universes/${id}/export`);
  const file = (await response.json()) as { document: Record<'wells' | 'emitters', { id: string }[]> };
  const { wells, emitters } = file.document;
  wells.splice(1, wells.length, { ...wells[0]!, id: 'twin' });
  emitters.splice(1, emitters.length, { ...emitters[0]!, id: 'echo' });
  const made = await page.request.post('/api/v1/universes/import', { data: file });
  expect(made.ok(), await made.text()).toBe(true);
  return ((await made.json()) as { id: string }).id;
}

/** Closes the notice that the browser has no WebGPU, which stays closed. */
async function closeNotice(page: Page): Promise<void> {
  const notice = page.locator('[data-test=notice]');
  await notice.locator('button').click();
  await expect(notice).toHaveCount(0);
}

test('every control has its place on every screen, with any panel or dialog open', async ({ page }) => {
  test.slow();
  const id = await makeCrowd(page);
  await openUniversePage(page, `/u/${id}`);
  await closeNotice(page);
  // A moving universe takes CPU time from the test.
  await page.locator('[data-test=play]').click();
  await lookAtEverything(page, sizes, true);

  // Both emitters and both wells can be pressed although they overlap.
  await expect(page.locator('hu-stage-overlay .mark:not(.covered) button.handle')).toHaveCount(4);
});

test('every control has its place for a viewer', async ({ page }) => {
  const id = await makeCrowd(page);
  await page.request.patch(`/api/v1/universes/${id}`, { data: { linkRole: 'viewer' } });
  const other = await friendOf(page);
  await openUniversePage(other, `/u/${id}`);
  await closeNotice(other);
  await lookAtEverything(other, tightSizes, false);
});

test('a panel stays open when a phone is turned, and an on-screen keyboard does not cover its field', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.locator('[data-panel=music]').click();
  await resize(page, [844, 390, 'finger']);
  await expect(page.locator('hu-panel-frame').getByRole('heading', { name: 'Music' })).toBeInViewport({ ratio: 1 });
  await resize(page, [390, 844, 'finger']);
  await expect(page.locator('hu-panel-frame').getByRole('heading', { name: 'Music' })).toBeInViewport({ ratio: 1 });

  await letGo(page);
  await press(page, 'q');
  const field = page.getByLabel('Message to everyone');
  await field.focus();
  /** Simulates a keyboard that covers a part of the window and does not resize it. */
  const cover = (px: number) =>
    page.evaluate((covered) => {
      Object.defineProperty(visualViewport!, 'height', { configurable: true, value: innerHeight - covered });
      visualViewport!.dispatchEvent(new Event('resize'));
    }, px);
  await cover(340);
  await expect.poll(async () => (await field.boundingBox())!.y + (await field.boundingBox())!.height).toBeLessThan(844 - 340);
  await expect(page.locator('nav.tabs')).toBeHidden();
  await cover(0);
  await expect(page.locator('nav.tabs')).toBeVisible();
});

test('the other pages fit as well', async ({ page }) => {
  const id = await makeUniverse(page);
  const words = { name: 'Mine', sentence: 'As I like it.', category: 'calm', putForward: ['tempo'], universeId: id };
  const { id: templateId } = (await (await page.request.post('/api/v1/templates', { data: words })).json()) as { id: string };
  const me = (await (await page.request.get('/api/v1/me')).json()) as { id: string };
  const found: string[] = [];
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  const visit = visitorOf(page);
  const titles = new Set<string>();
  const paths = [
    '/',
    '/sign-in',
    '/sign-up',
    '/forgot-password',
    '/settings',
    '/notifications',
    `/people/${me.id}`,
    `/templates/${templateId}/edit`,
    `/embed/${id}`,
    '/nowhere',
  ];
  for (const path of paths) {
    await visit(path);
    titles.add(await page.title());
    await expect(page.locator(':is(a, button):visible').first()).toBeVisible();
    for (const size of sizes.filter(([width]) => [320, 360, 667, 768, 1920].includes(width))) {
      await resize(page, size);
      const { faults, tried } = await screen(page, true);
      if (tried === 0) found.push(`${path}: nothing could be pressed`);
      found.push(...faults.map((fault) => `${path}, ${size.join(' ')}: ${fault}`));
    }
  }
  expect(found).toEqual([]);
  // Each of them was there: the gallery and the page of nothing share a title.
  expect(titles.size).toBe(paths.length - 1);
});

test.describe('in German', () => {
  test.use({ locale: 'de' });

  test('every control has its place in German, with the sound on too', async ({ page }) => {
    await openUniversePage(page, `/u/${await makeUniverse(page)}`);
    await closeNotice(page);
    await page.locator('[data-test=play]').click();
    await lookAtEverything(page, tightSizes, true);
    await resize(page, sizes.at(-1)!);
    await page.locator('[data-test=sound]').click();
    // The sound control is wider when the sound is on.
    await expect(page.locator('hu-transport .meter')).toBeInViewport({ ratio: 1 });
  });
});
