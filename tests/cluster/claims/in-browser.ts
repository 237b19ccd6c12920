import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { chromium, type Page, type Response } from '@playwright/test';
import { expect, it } from 'vitest';
import { createVisitor } from '../../../server/testing/test-server.ts';
import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ServerPart } from '../../../tools/cluster/servers.ts';
import type { Topology } from '../../../tools/cluster/topology.ts';
import { findHeadlessShell, plainFlags } from '../../support/chromium.ts';
import { coarsePicture, storeEntries } from '../../support/coarse-picture.ts';
import { makeUniverse, openUniversePage, setParameter } from '../../support/universe-page.ts';

const patienceMs = 60_000;

/** Headers that are about one connection, or about how the same content was packed on the way. */
const ofTheWay = new Set(
  (
    'connection keep-alive transfer-encoding date server content-length content-encoding accept-ranges ' +
    'vary etag last-modified x-request-id x-process set-cookie expires'
  ).split(' '),
);

/** Names of sets of characters are the same in any case, and differ in it. */
const lasting = (headers: object) =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !ofTheWay.has(name))
      .map(([name, value]) => [name, name === 'content-type' ? String(value).toLowerCase() : value]),
  );

/** Asks a process itself, in the words of the proxy. Returns the status and the headers. */
async function answerOfProcess({ port }: ServerPart, address: string, cookie: string): Promise<[number | undefined, object]> {
  const { host, pathname, search } = new URL(address);
  const headers = { host, cookie, 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' };
  const asking = get({ host: '127.0.0.1', port, path: `${pathname}${search}`, headers, agent: false });
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  response.resume();
  return [response.statusCode, lasting(response.headers)];
}

/** Returns the answers of the site to a page, as the browser gets them. */
async function answersTo(page: Page, act: () => Promise<unknown>): Promise<Response[]> {
  const answers: Response[] = [];
  const note = (response: Response) => void answers.push(response);
  page.on('response', note);
  await act();
  page.off('response', note);
  return answers;
}

/** Tests a page that knows nothing of the processes, through TLS and the proxy. */
export function testInBrowser(topologyOf: () => Topology): void {
  it('serves a page with picture, sound, socket and upload through TLS and the proxy, with the headers of a process', async () => {
    const { url, servers } = topologyOf();
    const browser = await chromium.launch({
      executablePath: findHeadlessShell()!,
      args: [...plainFlags, '--ignore-certificate-errors'],
    });
    try {
      const context = await browser.newContext({ baseURL: url, ignoreHTTPSErrors: true, reducedMotion: 'reduce' });
      await context.addInitScript(storeEntries, coarsePicture(5));
      const page = await context.newPage();
      const id = await makeUniverse(page, 'pulsar');
      const given = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/thumbnail'), {
        timeout: patienceMs,
      });
      // Waited for below; if the page fails before, that is what is told.
      given.catch(() => {});
      const answers = await answersTo(page, () => openUniversePage(page, `/u/${id}`));

      expect(await page.evaluate(() => [location.protocol, crossOriginIsolated])).toEqual(['https:', true]);
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      const isRead = (answer: Response) => answer.request().method() === 'GET' && answer.url().startsWith('https:');
      for (const answer of answers.filter(isRead)) {
        const got = [answer.url(), answer.status(), lasting(await answer.allHeaders())];
        expect(got).toEqual([answer.url(), ...(await answerOfProcess(servers[0]!, answer.url(), cookie))]);
      }
      expect(answers.map((answer) => new URL(answer.url()).pathname)).toEqual(
        expect.arrayContaining([`/u/${id}`, expect.stringMatching(/^\/assets\/.*\.js$/), expect.stringMatching(/^\/api\/v1\//)]),
      );

      await setParameter(page, 'physics', 'gravity', 7);
      const stranger = createVisitor(url);
      const gravityAt = async ({ name }: ServerPart) =>
        (await stranger.call<UniverseDetail>('GET', `/at/${name}/api/v1/universes/${id}`)).body.document.parameters.gravity;
      for (const server of servers) await expect.poll(() => gravityAt(server), { timeout: patienceMs }).toBe(7);

      await page.locator('[data-test=sound]').click();
      await page.waitForFunction(() => window.harmonic!.audio.state === 'running' && window.harmonic!.audio.rmsDb > -45, null, {
        timeout: patienceMs,
      });

      const { thumbnail } = (await (await given).json()) as { thumbnail: string };
      const image = await stranger.call<Uint8Array>('GET', thumbnail);
      expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    } finally {
      await browser.close();
    }
  });
}
