import type { Page } from '@playwright/test';
import { coarsePicture, storeEntries } from './coarse-picture.ts';

const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 800 };

/** Opens a page of another user, by default on a phone. It closes with `page`, so that its picture takes no CPU time from later tests. */
export async function friendOf(page: Page, viewport = phone): Promise<Page> {
  const context = await page.context().browser()!.newContext({ viewport });
  // Nobody waits for it: after the last test, the browser may end first, and the context with it.
  page.context().once('close', () => void context.close().catch(() => undefined));
  // A coarse picture, since other pages share the CPU.
  await context.addInitScript(storeEntries, coarsePicture(2));
  return context.newPage();
}
