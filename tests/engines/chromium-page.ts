import type { Page } from '@playwright/test';
import { driven } from './driven.ts';
import type { EnginePage } from './driver.ts';
import { keyNames } from './keys.ts';

/** Wraps a Playwright page as an `EnginePage`, for the other member of a test. Records errors from now on. */
export function chromiumPage(page: Page): EnginePage {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));

  const evaluate: EnginePage['evaluate'] = (run, ...values) =>
    page.evaluate(`(async (values) => (${run.toString()})(...values))(${JSON.stringify(values)})`);
  const pressAt = (x: number, y: number) => page.mouse.click(x, y);
  return {
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    ...driven({ evaluate, pressAt, isPassing: (error) => String(error).includes('context was destroyed') }),
    async type(text) {
      for (const key of text) await page.keyboard.press(keyNames.get(key) ?? key);
    },
    errors: () => Promise.resolve([...errors]),
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  };
}
