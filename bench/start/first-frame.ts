import { gzipSync } from 'node:zlib';
import { withUniverse } from './with-universe.ts';

/**
 * Opens a universe's own page in a real browser, with an empty cache: milliseconds from navigation to the first moving
 * frame, and the JavaScript that was loaded before it, workers included, as gzip at its best level, in kB of 1000 bytes.
 */
export async function measureFirstFrame(): Promise<{ initial_js_kb_gzip: number; first_frame_ms: number }> {
  return withUniverse('bell-well', async (_browser, context, id) => {
    const page = await context.newPage();
    const scripts: Promise<{ askedAtMs: number; bytes: number }>[] = [];
    page.on('response', (response) => {
      if (!/\.js($|\?)/.test(response.url()) || scripts.length > 100) return;
      const askedAtMs = response.request().timing().startTime;
      scripts.push(response.body().then((body) => ({ askedAtMs, bytes: gzipSync(body, { level: 9 }).length })));
    });
    await page.goto(`/u/${id}`);
    await page.waitForFunction(() => document.documentElement.dataset.firstFrame === 'true');
    const { milliseconds, atMs } = await page.evaluate(() => {
      const { startTime } = performance.getEntriesByName('first-frame')[0];
      return { milliseconds: startTime, atMs: performance.timeOrigin + startTime };
    });
    // The mark is seen a little after it was set; scripts requested in between do not count.
    const before = (await Promise.all(scripts)).filter(({ askedAtMs }) => askedAtMs <= atMs);
    const bytes = before.reduce((sum, script) => sum + script.bytes, 0);
    return { initial_js_kb_gzip: Math.floor(bytes / 100) / 10, first_frame_ms: Math.floor(milliseconds) };
  });
}
