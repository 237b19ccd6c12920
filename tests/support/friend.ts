import type { Page } from '@playwright/test';

/** Somebody with a browser of their own, on a phone. */
export async function friendOf(page: Page): Promise<Page> {
  const context = await page
    .context()
    .browser()!
    .newContext({ viewport: { width: 390, height: 844 } });
  // As the picture is in this project: others share the processor.
  await context.addInitScript(() => localStorage.setItem('harmonic.quality', '0'));
  return context.newPage();
}
