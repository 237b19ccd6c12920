import type { Page } from '@playwright/test';
import { coarsePicture, storeEntries } from './coarse-picture.ts';

const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 800 };

/** Somebody with a browser of their own, on a phone unless said otherwise. They go when the one whose friend they are goes: a picture that is drawn on would take the processor from what follows. */
export async function friendOf(page: Page, viewport = phone): Promise<Page> {
  const context = await page.context().browser()!.newContext({ viewport });
  page.context().once('close', () => void context.close());
  // As the picture is in this project: others share the processor.
  await context.addInitScript(storeEntries, coarsePicture(10));
  return context.newPage();
}
