import { expect, type Page, test } from '@playwright/test';
import { usePictureLab } from '../support/use-picture-lab.ts';

const labPage = usePictureLab('robust.html', () => window.robust !== undefined, { anew: true });

const stateOf = (page: Page) =>
  page.evaluate(() => ({
    kind: window.robust!.kind,
    notice: window.robust!.notice,
    devices: window.robust!.devices,
    errors: [...window.robust!.errors],
  }));
const draw = (page: Page, pictures = 8) => page.evaluate((count) => window.robust!.draw(count), pictures);
const lose = (page: Page) => page.evaluate(() => window.robust!.lose());

test('rebuilds the picture after a lost device, and falls back to the plain canvas after a second loss, without another try', async () => {
  const page = labPage();
  await page.evaluate(() => window.robust!.start({}));
  const before = await draw(page);
  expect(before).toBeGreaterThan(3);

  const milliseconds = await lose(page);
  test.info().annotations.push({ type: 'rebuilt', description: `${milliseconds.toFixed(0)} ms` });
  expect(await stateOf(page)).toEqual({ kind: 'webgpu', notice: null, devices: 2, errors: [] });
  const after = await draw(page);
  expect(Math.abs(after - before)).toBeLessThan(before / 4);
  // About a second on an idle machine: the device is the CPU here, which compiles the shaders.
  expect(milliseconds).toBeLessThan(5000);

  await lose(page);
  const plain = await stateOf(page);
  expect(plain.kind).toBe('canvas');
  expect(plain.notice).toContain('stopped twice');
  expect(await draw(page)).toBeGreaterThan(1);
  await page.waitForTimeout(1500);
  expect((await stateOf(page)).devices).toBe(2);
});

test('compiles all pipelines asynchronously', async () => {
  const page = labPage();
  await page.evaluate(() => window.robust!.start({}));
  await draw(page, 3);
  expect(await page.evaluate(() => window.robust!.waitedFor)).toEqual([]);
});

test('reports a malformed shader by its file and line, and draws the plain canvas', async () => {
  const page = labPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.evaluate(() => window.robust!.start({ replaceInShader: ['let film = toneMap(', 'let film = toneMop('] }));
  const { kind, notice } = await stateOf(page);
  expect(kind).toBe('canvas');
  expect(notice).toContain('could not be started');
  expect(said.join('\n')).toMatch(/shaders\/post\/develop-picture\.wgsl:\d+:\d+ .*toneMop/);
  expect(await draw(page)).toBeGreaterThan(1);
});

test('reduces counts beyond the limits of the device, with a notice, and keeps the device', async () => {
  const page = labPage();
  await page.evaluate(() => window.robust!.start({ limits: { maxStorageBufferBindingSize: 96 * 1024 }, particles: 20_000 }));
  expect(await draw(page)).toBeGreaterThan(1);
  const { kind, notice, devices, errors } = await stateOf(page);
  expect(kind).toBe('webgpu');
  expect(notice).toContain(`draws at most ${(6144).toLocaleString('en')} particles`);
  expect(devices).toBe(1);
  expect(errors).toEqual([]);
});
