import { type Browser, expect, type Page, test } from '@playwright/test';
import { pictureThreadOf, refuseWorkers, scriptOf } from '../support/picture-worker.ts';
import { makeUniverse, openUniversePage, tickOf } from '../support/universe-page.ts';

/** The time until a trouble box appears: ten seconds, and a margin for a loaded machine. */
const saidMs = 25_000;

const trouble = (page: Page, part: string, state: string) => page.locator(`hu-trouble [data-part=${part}][data-trouble=${state}]`);
const wayOn = (page: Page, way: string) => page.locator(`hu-trouble [data-way=${way}]`);
const hashAt = (page: Page, tick: number) => page.evaluate((tick) => window.harmonic!.hashAt(tick), tick);

/** Opens another page in the same browser context. */
async function pageBeside(page: Page): Promise<Page> {
  return page.context().newPage();
}

/** Removes shared memory, which some browsers lack even in an isolated page, and a function that only secure pages have. */
const withoutSharedMemory = (page: Page) =>
  page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
  });

test('a universe without shared memory has the same hash, a picture and sound', async ({ page }) => {
  const path = `/u/${await makeUniverse(page)}`;
  const plain = await pageBeside(page);
  await withoutSharedMemory(plain);
  await Promise.all([openUniversePage(page, path), openUniversePage(plain, path)]);
  expect(await plain.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  expect(await pictureThreadOf(plain)).toBe('page');
  const tick = Math.max(await tickOf(page), await tickOf(plain)) + 120;
  const [here, there] = await Promise.all([hashAt(page, tick), hashAt(plain, tick)]);
  expect(there).toBe(here);
  await page.close();
  await plain.bringToFront();
  await plain.locator('[data-test=sound]').click();
  await expect.poll(() => plain.evaluate(() => window.harmonic!.audio.rmsDb)).toBeGreaterThan(-60);
});

test('reports a simulation that fails to start at once, and starts it on a retry', async ({ page }) => {
  const path = `/u/${await makeUniverse(page)}`;
  await page.route('**/simulation-worker*.js', (route) => route.fulfill(scriptOf('throw new Error("Unexpected token at 0x10")')));
  await page.goto(path, { waitUntil: 'commit' });
  await expect(trouble(page, 'simulation', 'failed')).toContainText('The simulation is not running', { timeout: saidMs });
  await expect(page.getByText('Opening')).toHaveCount(0);
  await expect(page.getByText('0x10')).toHaveCount(0);
  await page.unrouteAll();
  await wayOn(page, 'retry').click();
  await expect.poll(() => tickOf(page), { timeout: saidMs }).toBeGreaterThan(60);
  await expect(page.locator('hu-trouble section')).toHaveCount(0);
});

test('reports a browser without workers', async ({ page }) => {
  const path = `/u/${await makeUniverse(page)}`;
  await refuseWorkers(page);
  await page.goto(path, { waitUntil: 'commit' });
  await expect(trouble(page, 'simulation', 'failed')).toBeVisible({ timeout: saidMs });
  await wayOn(page, 'gallery').click();
  await expect(page).toHaveURL('/');
  await expect(page.locator('hu-trouble section')).toHaveCount(0);
});

/** Runs all cases at once, each in a page of its own context. */
async function openAll(browser: Browser, cases: readonly ((page: Page) => Promise<void>)[]): Promise<void> {
  const contexts = await Promise.all(cases.map(() => browser.newContext()));
  try {
    await Promise.all(cases.map(async (look, index) => look(await contexts[index].newPage())));
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

const neverAnswer = () => new Promise<void>(() => {});

test('names the part that never answers within ten seconds, and offers a next step', async ({ browser }) => {
  const path = '/new/bell-well';
  await openAll(browser, [
    async (page) => {
      await page.route('**/simulation-worker*.js', (route) => route.fulfill(scriptOf('')));
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
      // Removing the route would answer the held request, and the page would go on without a press.
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

test.describe('in German', () => {
  test.use({ locale: 'de' });

  test('offers to go on without a picture that never loads', async ({ page }) => {
    await page.route('**/{picture-worker,picture-loop}*.js', neverAnswer);
    await page.goto('/new/bell-well', { waitUntil: 'commit' });
    await expect(trouble(page, 'picture', 'slow')).toContainText('Das Bild lädt noch', { timeout: saidMs });
    await wayOn(page, 'without').click();
    await expect(page.locator('hu-trouble section')).toHaveCount(0);
    await expect(page.getByText('wird geöffnet')).toHaveCount(0);
    await page.locator('[data-test=sound]').click();
    await expect.poll(() => page.evaluate(() => window.harmonic!.audio.state)).toBe('running');
  });
});

test('offers the new version of the page when the server no longer has its parts', async ({ browser }) => {
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

test('retries sound that fails, and reports sound that never starts', async ({ page }) => {
  // Playwright cannot intercept the requests of worklets.
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
