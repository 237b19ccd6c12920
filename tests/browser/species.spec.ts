import { expect, type Page, test } from '@playwright/test';
import { affinityIndex, defaultMask } from '../../shared/universe/index.ts';
import { desk, friendOf } from '../support/friend.ts';
import { makeUniverse, openUniversePage, showParameter } from '../support/universe-page.ts';

async function openMatrix(page: Page): Promise<void> {
  await page.locator('button[data-topic=species]').click();
  await expect(page.getByRole('grid', { name: /Affinities/ })).toBeVisible();
}

const affinity = (page: Page, of: number, towards: number) =>
  page.evaluate((index) => window.harmonic!.document.affinities[index], affinityIndex(of, towards));
const firstMask = (page: Page) => page.evaluate(() => window.harmonic!.document.emitters[0].mask);

/** Makes a PNG of a white disc on black in the page. */
function discImage(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const canvas = new OffscreenCanvas(200, 200);
    const context = canvas.getContext('2d')!;
    context.fillRect(0, 0, 200, 200);
    context.fillStyle = 'white';
    context.arc(100, 100, 60, 0, 2 * Math.PI);
    context.fill();
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
}

test('an affinity changed in one browser changes in the document of another', async ({ page }) => {
  const id = await makeUniverse(page);
  await openUniversePage(page, `/u/${id}`);
  const other = await friendOf(page, desk);
  await openUniversePage(other, `/u/${id}`);
  await openMatrix(page);
  const cell = page.getByRole('slider', { name: 'Species 2 towards species 5' });
  await cell.scrollIntoViewIfNeeded();
  const box = (await cell.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 45, { steps: 3 });
  await page.mouse.up();
  await expect(cell).toHaveAttribute('aria-valuenow', '0.5');
  await expect.poll(() => affinity(other, 1, 4)).toBe(0.5);
  await cell.press('ArrowDown');
  await expect.poll(() => affinity(other, 1, 4)).toBe(0.4);
  await cell.press('ArrowRight');
  await expect(page.getByRole('slider', { name: 'Species 2 towards species 6' })).toBeFocused();
  await cell.dblclick();
  await expect.poll(() => affinity(other, 1, 4)).toBe(0);
  await page.getByRole('button', { name: 'Turn on the force' }).click();
  await expect.poll(() => other.evaluate(() => window.harmonic!.document.parameters.speciesForce)).toBeGreaterThan(0);
  await expect.poll(() => affinity(other, 1, 4)).not.toBe(0);
});

test('an image becomes the mask of an emitter, a text file is rejected with a message, and controls say that they miss wells', async ({
  page,
}) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.locator('button[data-panel=emitters]').click();
  await page.locator('hu-emitters-panel .pick').first().click();
  const mask = page.locator('hu-mask-field');
  await expect(mask).toHaveCount(0);
  await page.locator('hu-field[data-key=shape] select').selectOption('image');
  expect(await firstMask(page)).toBe(defaultMask);
  const file = mask.locator('input[type=file]');
  await file.setInputFiles({ name: 'disc.png', mimeType: 'image/png', buffer: Buffer.from(await discImage(page)) });
  await expect.poll(() => firstMask(page)).not.toBe(defaultMask);
  const disc = await firstMask(page);
  const setBits = [...disc].reduce((sum, digit) => sum + Number.parseInt(digit, 16).toString(2).replaceAll('0', '').length, 0);
  // A disc of 60 of 200 pixels, on 32 × 32 cells.
  expect(Math.abs(setBits - Math.PI * (0.3 * 32) ** 2)).toBeLessThan(30);
  await file.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture at all') });
  await expect(mask.getByRole('alert')).toHaveText(/“notes\.txt” is not an image; it must be a PNG/);
  expect(await firstMask(page)).toBe(disc);
  await mask.getByRole('button', { name: 'heart' }).click();
  await expect.poll(() => firstMask(page)).not.toBe(disc);
  await expect(mask.getByRole('alert')).toHaveCount(0);

  const wells = page.locator('hu-emitters-panel .entity').filter({ has: page.locator('i.well') });
  for (let left = await wells.count(); left > 0; left--) {
    await wells.first().locator('.pick').click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect(wells).toHaveCount(left - 1);
  }
  const strength = await showParameter(page, 'physics', 'fieldStrength');
  await expect(strength.getByText('No effect: there are no wells')).toBeVisible();
  await expect(strength.getByRole('slider')).toHaveAccessibleDescription(/Scales the pull of every well.*No effect: there are no wells$/);
  await expect(strength.getByRole('slider')).toBeEnabled();
  await page.locator('button[data-panel=emitters]').click();
  await page.getByRole('button', { name: 'Add well' }).click();
  await showParameter(page, 'physics', 'fieldStrength');
  await expect(strength).toBeVisible();
  await expect(strength.locator('[data-test=remark]')).toHaveCount(0);
});
