import { expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

/** Records the violations of the page's content security policy, from its first script on. */
async function noteRefusals(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      refused.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
}

test('a universe opens, draws, steps with several threads and sounds without a violation of the policy', async ({ page }) => {
  const refusals = await noteRefusals(page);
  await page.addInitScript(() => localStorage.setItem('harmonic.threads', '2'));
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  await page.locator('[data-test=sound]').click();
  await expect.poll(() => page.evaluate(() => window.harmonic!.audio.state)).toBe('running');
  await page.locator('button[data-panel=emitters]').click();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(page.workers().length).toBeGreaterThanOrEqual(3);
  expect(await refusals()).toEqual([]);
});

test('the policy blocks text as markup or script, and workers of other origins', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  const refused = await page.evaluate(async () => {
    // Code evaluated by the debugger may do more than a page; code in a timer of the page may not.
    await new Promise((resolve) => setTimeout(resolve));
    const tries: Record<string, () => unknown> = {
      markup: () => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'),
      script: () => (document.createElement('script').text = 'alert(1)'),
      address: () => (document.createElement('script').src = '/assets/any.js?from=text'),
      thread: () => new Worker('https://example.com/worker.js'),
      data: () => new Worker('data:text/javascript,1'),
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- tests that the page can't
      code: () => new Function('return 1'),
    };
    return Object.entries(tries)
      .filter(([, attempt]) => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      })
      .map(([name]) => name);
  });
  expect(refused).toEqual(['markup', 'script', 'thread', 'data', 'code']);
  const own = await page.evaluate(() => (document.createElement('script').src = '/assets/own.js'));
  expect(own).toContain('/assets/own.js');
});
