import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { findChromium, webgpuFlags } from '../../tests/support/chromium.ts';
import { withTemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { npmStart } from './server-start.ts';

/** Starts a server with its own data and a real browser, creates a universe from a template as a guest, and calls `act` with it. */
export async function withUniverse<T>(
  templateId: string,
  act: (browser: Browser, context: BrowserContext, universeId: string) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder(async (dataDirectory) => {
    const server = await npmStart(dataDirectory);
    const browser = await chromium.launch({ executablePath: findChromium(), args: webgpuFlags });
    try {
      const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 800 } });
      await context.request.get('/api/v1/me');
      const made = await context.request.post('/api/v1/universes', { data: { templateId } });
      const { id } = (await made.json()) as { id: string };
      return await act(browser, context, id);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}
