import { expect, test } from '@playwright/test';
import { pictureThreadOf, refuseWorkers, scriptOf } from '../support/picture-worker.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

// Which thread draws does not depend on the size, which the processor pays for.
test.use({ viewport: { width: 480, height: 320 } });

test('draws on the page if only the picture worker fails or is silent', async ({ page }) => {
  const path = `/u/${await makeUniverse(page)}`;
  const refused = page;
  await refuseWorkers(refused, 'picture');
  const [unfetched, silent] = [await page.context().newPage(), await page.context().newPage()];
  await unfetched.route('**/picture-worker*.js', (route) => route.abort());
  await silent.route('**/picture-worker*.js', (route) => route.fulfill(scriptOf('')));
  for (const drawn of [refused, unfetched, silent]) {
    await drawn.bringToFront();
    await openUniversePage(drawn, path);
    expect(await pictureThreadOf(drawn)).toBe('page');
    expect(await drawn.evaluate(() => window.harmonic!.picture.kind)).toBe('webgpu');
    await drawn.close();
  }
});
