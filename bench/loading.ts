import type { Browser, BrowserContext, Page } from '@playwright/test';
import { tasksOf } from './start/main-thread.ts';
import { median, rounded } from './statistics.ts';
import { withUniverse } from './start/with-universe.ts';

const loads = 5;
/** Milliseconds for which a page is traced after it is ready. */
const afterwardsMs = 300;

/** The longest task of each load of `path`, in ms of CPU time. */
async function longestTasks(
  browser: Browser,
  context: BrowserContext,
  path: string,
  whenThere: (page: Page) => Promise<unknown>,
): Promise<number[]> {
  const page = await context.newPage();
  const longest: number[] = [];
  for (let load = 0; load < loads; load++) {
    await page.goto('about:blank');
    const tasks = await tasksOf(browser, page, async () => {
      await page.goto(path);
      await whenThere(page);
      await page.waitForTimeout(afterwardsMs);
    });
    if (tasks.length < 20) throw new Error(`only ${tasks.length} tasks were seen while ${path} loaded`);
    longest.push(rounded(Math.max(...tasks)));
  }
  await page.close();
  return longest;
}

/** Measures the longest main-thread task while the gallery loads and while a universe is opened: above 50 ms it is noticeable. */
export async function run(): Promise<Record<string, unknown>> {
  return withUniverse('slow-nebula', async (browser, context, id) => {
    const gallery = await longestTasks(browser, context, '/', (page) => page.locator('a.card').nth(9).waitFor());
    const universe = await longestTasks(browser, context, `/u/${id}`, (page) =>
      page.waitForFunction(() => document.documentElement.dataset.firstFrame === 'true'),
    );
    return {
      gallery_longest_task_ms: median(gallery),
      universe_longest_task_ms: median(universe),
      gallery_loads_ms: gallery,
      universe_loads_ms: universe,
    };
  });
}
