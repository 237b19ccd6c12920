import type { Page } from '@playwright/test';

/** Returns an answer with a script that a cross-origin isolated page accepts. */
export const scriptOf = (body: string) => ({
  headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' },
  contentType: 'text/javascript',
  body,
});

/** Lets the page refuse to create workers of a name, or any. Call it before the page opens. */
export const refuseWorkers = (page: Page, name = ''): Promise<unknown> =>
  page.addInitScript((refused) => {
    const { Worker } = globalThis;
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        if (refused === '' || options?.name === refused) throw new DOMException('Failed to construct', 'SecurityError');
        super(url, options);
      }
    };
  }, name);

/** Returns which thread draws the picture: that of the page or a worker. */
export const pictureThreadOf = (page: Page) => page.evaluate(() => window.harmonic!.picture.thread);
