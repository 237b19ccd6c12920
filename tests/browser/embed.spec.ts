import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { embedCode } from '../../shared/api/contract/embed.ts';
import { makeUniverse, openUniversePage } from '../support/universe-page.ts';

test('an embed shows a universe in a page of another site, without a cookie, and sounds on a tap', async ({ page, browser, baseURL }) => {
  const id = await makeUniverse(page, 'pulsar');
  await openUniversePage(page, `/u/${id}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const code = await page.locator('[data-test=embed] input').inputValue();
  expect(code).toBe(embedCode(baseURL!, { id, name: 'Pulsar' }));

  // Another site for the browser: its host name differs from that of the server.
  const others = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(`<!doctype html>${code}`));
  await new Promise<void>((resolve) => others.listen(0, '127.0.0.1', resolve));
  const { port } = others.address() as { port: number };
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`http://localhost:${port}/`);
  const frame = visitor.frameLocator('iframe');
  await expect(frame.getByRole('link', { name: 'Pulsar' })).toHaveAttribute('href', `/u/${id}`);
  const embedded = visitor.frames()[1]!;
  await embedded.waitForFunction(() => window.harmonic?.connection === 'online' && (window.harmonic.scalars?.tick ?? 0) > 30);
  expect(await embedded.evaluate(() => [crossOriginIsolated, document.cookie])).toEqual([false, '']);
  await frame.getByRole('button', { name: 'Tap for sound' }).click();
  await expect(frame.getByRole('button', { name: 'Mute' })).toBeVisible();
  expect(await visitor.context().cookies()).toEqual([]);
  await visitor.context().close();
  others.close();
});
