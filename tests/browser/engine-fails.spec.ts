import { type Browser, expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniversePage, tickOf } from '../support/universe-page.ts';

/** What the boxes of trouble may take until they say something: ten seconds, and what a loaded machine adds. */
const saidMs = 25_000;
/** So that an isolated page takes a script. */
const headers = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' };

const trouble = (page: Page, part: string, state: string) => page.locator(`hu-trouble [data-part=${part}][data-trouble=${state}]`);
const wayOn = (page: Page, way: string) => page.locator(`hu-trouble [data-way=${way}]`);
const threadOf = (page: Page) => page.evaluate(() => window.harmonic!.picture.thread);
const hashAt = (page: Page, tick: number) => page.evaluate((tick) => window.harmonic!.hashAt(tick), tick);

/** Another page of the same visitor. */
async function pageBeside(page: Page): Promise<Page> {
  return page.context().newPage();
}

/** Pages without shared memory, as some browsers have them although they are isolated, and without what only secure pages have. */
const withoutSharedMemory = (page: Page) =>
  page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
  });

test('without shared memory a universe is the same, picture and sound too', async ({ page }) => {
  const path = `/u/${await makeUniverse(page)}`;
  const plain = await pageBeside(page);
  await withoutSharedMemory(plain);
  await Promise.all([openUniversePage(page, path), openUniversePage(plain, path)]);
  expect(await plain.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  expect(await threadOf(plain)).toBe('page');
  const tick = Math.max(await tickOf(page), await tickOf(plain)) + 120;
  const [here, there] = await Promise.all([hashAt(page, tick), hashAt(plain, tick)]);
  expect(there).toBe(here);
  await page.close();
  await plain.bringToFront();
  await plain.locator('[data-test=sound]').click();
  await expect.poll(() => plain.evaluate(() => window.harmonic!.audio.rmsDb)).toBeGreaterThan(-60);
});

test('a simulation that can not be started says so at once, and starts when it is tried again', async ({ page }) => {
  const path = `/u/${await makeUniverse(page)}`;
  const broken = 'throw new Error("Unexpected token at 0x10")';
  await page.route('**/simulation-worker*.js', (route) => route.fulfill({ headers, contentType: 'text/javascript', body: broken }));
  await page.goto(path, { waitUntil: 'commit' });
  await expect(trouble(page, 'simulation', 'failed')).toContainText('The simulation is not running', { timeout: saidMs });
  await expect(page.getByText('Opening')).toHaveCount(0);
  await expect(page.getByText('0x10')).toHaveCount(0);
  await page.unrouteAll();
  await wayOn(page, 'retry').click();
  await expect.poll(() => tickOf(page), { timeout: saidMs }).toBeGreaterThan(60);
  await expect(page.locator('hu-trouble section')).toHaveCount(0);
});

test('a browser that makes no workers says so, and one that makes none for the picture draws on the page', async ({ page }) => {
  const path = `/u/${await makeUniverse(page)}`;
  const refuse = (named: string) => (page: Page) =>
    page.addInitScript((named) => {
      const { Worker } = globalThis;
      globalThis.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          if (named === '' || options?.name === named) throw new DOMException('Failed to construct', 'SecurityError');
          super(url, options);
        }
      };
    }, named);
  const [none, noPicture, unfetched] = [await pageBeside(page), await pageBeside(page), page];
  await refuse('')(none);
  await refuse('picture')(noPicture);
  await unfetched.route('**/picture-worker*.js', (route) => route.abort());
  await none.goto(path, { waitUntil: 'commit' });
  await expect(trouble(none, 'simulation', 'failed')).toBeVisible({ timeout: saidMs });
  await wayOn(none, 'gallery').click();
  await expect(none).toHaveURL('/');
  await expect(none.locator('hu-trouble section')).toHaveCount(0);
  await none.close();
  for (const drawn of [noPicture, unfetched]) {
    await drawn.bringToFront();
    await openUniversePage(drawn, path);
    expect(await threadOf(drawn)).toBe('page');
  }
});

/** Opens pages that wait for ever, all at once, and looks at what each says. */
async function openAll(browser: Browser, cases: readonly ((page: Page) => Promise<void>)[], locale = 'en'): Promise<void> {
  const contexts = await Promise.all(cases.map(() => browser.newContext({ locale })));
  try {
    await Promise.all(cases.map(async (look, index) => look(await contexts[index].newPage())));
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

const neverAnswer = () => new Promise<void>(() => {});

test('what never answers is named within ten seconds, with a way on', async ({ browser }) => {
  const path = '/new/bell-well';
  await openAll(browser, [
    async (page) => {
      await page.route('**/simulation-worker*.js', (route) => route.fulfill({ headers, contentType: 'text/javascript', body: '' }));
      await page.goto(path, { waitUntil: 'commit' });
      await expect(trouble(page, 'simulation', 'slow')).toContainText('is not responding', { timeout: saidMs });
      await expect(wayOn(page, 'retry')).toBeVisible();
    },
    async (page) => {
      await page.routeWebSocket(/./, () => {});
      await page.goto(path, { waitUntil: 'commit' });
      await expect(trouble(page, 'room', 'slow')).toContainText('has not opened', { timeout: saidMs });
      await wayOn(page, 'gallery').click();
      await expect(page.locator('hu-gallery-page')).toBeVisible();
    },
    async (page) => {
      // A request that is held is answered when its route is taken away, and the page would go on without a press.
      let isSilent = true;
      await page.route('**/api/v1/universes', (route) => (isSilent ? neverAnswer() : route.continue()));
      await page.goto(path, { waitUntil: 'commit' });
      await expect(trouble(page, 'server', 'slow')).toContainText('has not answered yet', { timeout: saidMs });
      isSilent = false;
      await wayOn(page, 'retry').click();
      await expect(page).toHaveURL(/\/u\//);
    },
    async (page) => {
      await page.route('**/universe-session-*.js', neverAnswer);
      await page.goto(path, { waitUntil: 'commit' });
      await expect(trouble(page, 'page', 'slow')).toContainText('A part of this page', { timeout: saidMs });
    },
    async (page) => {
      await page.route(/\/assets\/index-[^/]*\.js/, neverAnswer);
      await page.goto(path, { waitUntil: 'commit' });
      await expect(page.locator('#not-there')).toContainText('This page is still loading', { timeout: saidMs });
    },
  ]);
});

test('a picture that never comes is done without, in German too, and one that only keeps silent is drawn by the page', async ({
  browser,
}) => {
  await openAll(
    browser,
    [
      async (page) => {
        await page.route('**/{picture-worker,picture-loop}*.js', neverAnswer);
        await page.goto('/new/bell-well', { waitUntil: 'commit' });
        await expect(trouble(page, 'picture', 'slow')).toContainText('Das Bild lädt noch', { timeout: saidMs });
        await wayOn(page, 'without').click();
        await expect(page.locator('hu-trouble section')).toHaveCount(0);
        await expect(page.getByText('wird geöffnet')).toHaveCount(0);
        await page.locator('[data-test=sound]').click();
        await expect.poll(() => page.evaluate(() => window.harmonic!.audio.state)).toBe('running');
      },
      async (page) => {
        await page.route('**/picture-worker*.js', (route) => route.fulfill({ headers, contentType: 'text/javascript', body: '' }));
        await openUniversePage(page, '/new/bell-well');
        expect(await threadOf(page)).toBe('page');
      },
    ],
    'de',
  );
});

test('parts of the page that are gone from the server lead to the new one', async ({ browser }) => {
  const gone = { status: 404, body: 'Not found' };
  await openAll(browser, [
    async (page) => {
      await page.route('**/universe-session-*.js', (route) => route.fulfill(gone));
      await page.route('/', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/index-new.js"></script>' }),
      );
      await page.goto('/new/bell-well', { waitUntil: 'commit' });
      await expect(trouble(page, 'page', 'outdated')).toContainText('There is a new version of this page', { timeout: saidMs });
      await page.unrouteAll();
      await wayOn(page, 'reload').click();
      await expect.poll(() => tickOf(page), { timeout: saidMs }).toBeGreaterThan(0);
    },
    async (page) => {
      await page.route('**/settings-page-*.js', (route) => route.abort());
      await page.goto('/settings', { waitUntil: 'commit' });
      await expect(trouble(page, 'page', 'failed')).toContainText('could not be loaded', { timeout: saidMs });
    },
    async (page) => {
      await page.route(/\/assets\/index-[^/]*\.js/, (route) => route.fulfill(gone));
      await page.goto('/', { waitUntil: 'commit' });
      await expect(page.locator('#not-there')).toContainText('This page could not be loaded');
      await page.unrouteAll();
      await page.getByRole('button', { name: 'Reload' }).click();
      await expect(page.locator('hu-gallery-page')).toBeVisible();
    },
  ]);
});

test('sound that fails is tried again, and sound that never comes is told of', async ({ page }) => {
  // Requests of worklets can not be stopped from outside.
  await page.addInitScript(() => {
    const { addModule } = AudioWorklet.prototype;
    AudioWorklet.prototype.addModule = function (url) {
      const { worklets } = window as { worklets?: 'refused' | 'silent' };
      if (worklets === 'refused') return Promise.reject(new DOMException('Unable to load a module', 'AbortError'));
      return worklets === 'silent' ? new Promise(() => {}) : addModule.call(this, url);
    };
  });
  const become = (worklets: 'refused' | 'silent' | null) => page.evaluate((worklets) => void Object.assign(window, { worklets }), worklets);
  const path = `/u/${await makeUniverse(page)}`;
  const sound = page.locator('[data-test=sound]');
  const said = page.locator('hu-toasts');
  await openUniversePage(page, path);
  await become('refused');
  await sound.click();
  await expect(said).toContainText('The sound could not be started');
  await expect(page.getByText('Unable to load')).toHaveCount(0);
  await become(null);
  await said.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.evaluate(() => window.harmonic!.audio.state)).toBe('running');
  await expect(said).not.toContainText('The sound');

  await openUniversePage(page, path);
  await become('silent');
  await sound.click();
  await expect(said).toContainText('The sound is still loading', { timeout: saidMs });
  await said.getByRole('button', { name: 'Go on without sound' }).click();
  await expect(said).toHaveText('');
});
