import { expect, type Page, type Request, test } from '@playwright/test';
import { apiPaths } from '../../shared/api/contract/paths.ts';
import { registry } from '../../shared/parameters/index.ts';
import { choosePreference } from '../support/choose-preference.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

// Without the preset of motion, which these tests change.
test.use({ contextOptions: {} });

const grounds = { dark: 'rgb(6, 7, 12)', light: 'rgb(244, 245, 250)' };
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('a theme applies at once, is stored with the user, and is there before any script of a page runs', async ({ page, browser }) => {
  await page.goto('/settings');
  const theme = page.getByRole('group', { name: 'Theme' });
  await expect(theme.getByRole('radio', { name: 'System' })).toBeChecked();
  expect(await ground(page)).toBe(grounds.dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await ground(page)).toBe(grounds.light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await choosePreference(page, 'Theme', 'Light');
  expect(await ground(page)).toBe(grounds.light);

  const elsewhere = await browser.newContext({ storageState: await page.context().storageState(), colorScheme: 'dark' });
  const other = await elsewhere.newPage();
  await other.addInitScript(() => localStorage.removeItem('harmonic.preferences'));
  await other.goto('/settings');
  await expect(other.getByRole('radio', { name: 'Light' })).toBeChecked();
  expect(await ground(other)).toBe(grounds.light);
  await elsewhere.close();

  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  expect(await ground(page)).toBe(grounds.light);
});

test('the stage stays dark in the light theme, with light panels on it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  const colourOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  expect(await colourOf('hu-universe-title')).toBe('rgb(236, 238, 246)');
  expect(await colourOf('hu-panel-frame')).toBe('rgb(22, 25, 39)');
  expect(await page.locator('hu-builder-page').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(grounds.dark);

  await test.step('the page reports when it is hidden, without cookies, unless its user said no', async () => {
    const hide = () =>
      page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        dispatchEvent(new Event('visibilitychange'));
      });
    const path = apiPaths.sendClientReport.path;
    const sent: Request[] = [];
    page.on('request', (request) => request.url().endsWith(path) && sent.push(request));
    await expect(async () => {
      await hide();
      expect(sent.length).toBeGreaterThan(0);
    }).toPass();
    expect(sent[0]!.postDataJSON()).toHaveProperty('firstFrameMs');
    expect(await sent[0]!.headerValue('cookie')).toBeNull();
    expect((await sent[0]!.response())!.status()).toBe(200);
    // Without a reload: what reports is still there.
    await page.evaluate(() => {
      history.pushState(null, '', '/settings');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await choosePreference(page, 'Error reports', 'Off');
    const before = sent.length;
    await page.evaluate(() => void setTimeout(() => Promise.reject(new TypeError('unhandled'))));
    await hide();
    expect(sent.length).toBe(before);
  });
});

test('reduced motion stops animations and the orbit of the camera', async ({ page }) => {
  await page.goto('/settings');
  await choosePreference(page, 'Reduce motion', 'On');
  await page.getByRole('link', { name: 'All universes' }).click();
  const animation = () => page.locator('hu-gallery-page .sky').evaluate((element) => getComputedStyle(element).animationName);
  await expect(page.locator('hu-universe-card').first()).toBeVisible();
  expect(await animation()).toBe('none');
  const id = await makeUniverse(page, 'murmuration');
  // The emitter does not move: the camera orbits it.
  const circling = { cameraOrbitSpeed: registry.visualization.cameraOrbitSpeed.max };
  expect((await page.request.patch(`/api/v1/universes/${id}/parameters/visualization`, { data: circling })).ok()).toBe(true);
  await openUniversePage(page, `/u/${id}`);
  const place = () => page.getByRole('button', { name: 'emitter roost-west' }).boundingBox();
  /** Range of the horizontal positions of the handle within 1.6 s. */
  const spread = async () => {
    const places: number[] = [];
    for (let look = 0; look < 8; look += 1) {
      places.push((await place())!.x);
      await page.waitForTimeout(200);
    }
    return Math.max(...places) - Math.min(...places);
  };
  // At first the camera still adapts to the size of the universe.
  await expect.poll(spread).toBeLessThan(15);
  await page.goto('/settings');
  await choosePreference(page, 'Reduce motion', 'Off');
  await page.goto('/');
  await expect(page.locator('hu-universe-card').first()).toBeVisible();
  await expect.poll(animation).toBe('drift');
  await openUniversePage(page, `/u/${id}`);
  // Where the orbit turns, the handle stands still for a while.
  await expect.poll(spread).toBeGreaterThan(60);
});

test.describe('the audio output', () => {
  test('can be chosen if the browser supports it, and is stored in the browser', async ({ page }) => {
    await page.addInitScript(() => {
      const device = { kind: 'audiooutput', deviceId: 'phones', label: 'Headphones', groupId: '' };
      navigator.mediaDevices.enumerateDevices = () => Promise.resolve([device as MediaDeviceInfo]);
      const chosen: string[] = [];
      Object.assign(window, { chosen });
      Object.assign(AudioContext.prototype, { setSinkId: (id: string) => Promise.resolve(void chosen.push(id)) });
    });
    await page.goto('/settings');
    await page.getByLabel('Sound output').selectOption('Headphones');
    // It is stored shortly after it is chosen.
    await expect.poll(() => page.evaluate(() => localStorage.getItem('harmonic.output'))).toBe('phones');
    await page.reload();
    await expect(page.getByLabel('Sound output')).toHaveValue('phones');
    await openUniversePage(page, `/u/${await makeUniverse(page)}`);
    await page.getByRole('button', { name: 'Tap for sound' }).first().click();
    await expect.poll(() => page.evaluate(() => (window as unknown as { chosen: string[] }).chosen)).toEqual(['phones']);
    await page.locator('button[data-panel=mixer]').click();
    await expect(page.locator('[data-test=output]')).toHaveValue('phones');
  });

  test('is not offered if the browser does not support it', async ({ page }) => {
    await page.addInitScript(() => {
      delete (AudioContext.prototype as { setSinkId?: unknown }).setSinkId;
    });
    await page.goto('/settings');
    await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(page.getByText('Sound output')).toHaveCount(0);
  });
});
