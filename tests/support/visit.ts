import type { Page, Request } from '@playwright/test';

/** Time without a request after which a page counts as complete, as for `networkidle` of a load. */
const quietMs = 500;

/** Returns a function that goes to a path of the app within its page, without a load, and waits until nothing is requested any more. */
export function visitorOf(page: Page): (path: string) => Promise<void> {
  const underWay = new Set<Request>();
  let lastMs = 0;
  const end = (request: Request) => {
    underWay.delete(request);
    lastMs = Date.now();
  };
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return async (path) => {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    lastMs = Date.now();
    while (underWay.size > 0 || Date.now() - lastMs < quietMs) await page.waitForTimeout(50);
  };
}
