import { test } from '@playwright/test';
import { serveLab } from './serve-lab.ts';

/** Serves the picture laboratory for the tests of a file, and opens a page before each test, until `isReady` holds in it. */
export function usePictureLab(file: string, isReady: () => boolean): void {
  let lab: Awaited<ReturnType<typeof serveLab>>;
  test.beforeAll(async () => {
    lab = await serveLab({ folder: 'picture-lab', packages: ['bitecs', 'culori/fn', 'wgpu-matrix', 'zod'] });
  });
  test.afterAll(() => lab.close());
  test.beforeEach(async ({ page }) => {
    await page.goto(lab.url + file);
    await page.waitForFunction(isReady);
  });
}
