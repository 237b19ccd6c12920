import { mkdirSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedCode } from '../../../shared/api/contract/embed.ts';
import { comparableHeaders } from '../../testing/comparable-headers.ts';
import { startWorld, type World } from '../../testing/world.ts';
import { type Answer, join, type TestServer } from '../../testing/test-server.ts';

const page = '<!doctype html><html><head><title>Harmonic Universe</title></head><body>page</body></html>';
/** The configured public origin. */
const found = 'https://universe.example';
let server: TestServer;
let world: World;

beforeAll(async () => {
  ({ server, world } = await startWorld(page));
  mkdirSync(joinPath(server.directory, 'thumbnails'), { recursive: true });
  writeFileSync(joinPath(server.directory, 'thumbnails/pulsar.webp'), 'a picture');
});
afterAll(() => server.stop());

const name = '</title><script>"$&" \'it\'</script>';
const shown = '&lt;/title&gt;&lt;script&gt;&quot;$&amp;&quot; &#39;it&#39;&lt;/script&gt;';
const told = ({ status, headers, body }: Answer<unknown>) => [status, comparableHeaders(headers), body];

async function publicAndPrivate() {
  const owner = await world.guest();
  const open = await world.universe(owner, { templateId: 'pulsar', name });
  await world.call(owner, 'updateUniverse', { id: open.id }, { description: 'It <turns>.' });
  const hidden = await world.universe(owner, { templateId: 'pulsar' });
  await world.call(owner, 'updateUniverse', { id: hidden.id }, { isPublic: false });
  return { owner, open, hidden };
}

describe('a link preview', () => {
  it('has name, description, thumbnail and embed code of a public universe, as escaped text', async () => {
    const { open } = await publicAndPrivate();
    for (const path of [`/u/${open.id}`, `/u/${open.id}/watch`]) {
      const { status, body } = await world.stranger().call<string>('GET', path);
      expect(status).toBe(200);
      expect(body).not.toContain('<script>');
      expect(body).toContain(`<title>${shown} · Harmonic Universe</title>`);
      const properties = Object.fromEntries(
        [...body.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, key, content]) => [key!, content!]),
      );
      expect(properties).toMatchObject({
        'og:title': shown,
        'og:description': 'It &lt;turns&gt;.',
        'og:url': `${found}/u/${open.id}`,
        'og:image': `${found}/assets/thumbnails/pulsar.webp`,
        'twitter:card': 'summary_large_image',
      });
      const discovery = /type="application\/json\+oembed" href="([^"]+)"/.exec(body)![1]!.replaceAll('&amp;', '&');
      const answer = await world.stranger().call<Record<string, unknown>>('GET', discovery.replace(found, ''));
      expect(answer.body).toMatchObject({ type: 'rich', version: '1.0', title: name, author_name: open.owner.displayName });
      expect(answer.body.html).toBe(embedCode(found, { id: open.id, name }));
    }
  });

  it('answers for a private universe, byte for byte, as for an unknown one', async () => {
    const { owner, hidden } = await publicAndPrivate();
    const never = 'neverThere';
    for (const path of ['/u/ID', '/u/ID/watch', '/embed/ID', `/oembed?url=${encodeURIComponent(`${found}/u/ID`)}`]) {
      const [unseen, unknown] = [hidden.id, never].map((id) => world.stranger().call('GET', path.replace('ID', id)));
      expect(told(await unseen!)).toEqual(told(await unknown!));
    }
    expect((await owner.call('GET', `/u/${hidden.id}`)).body).toBe(page);
    expect((await owner.call('GET', `/embed/${hidden.id}`)).status).toBe(404);
  });
});

describe('oEmbed', () => {
  const ask = (query: string) => world.stranger().call<Record<string, unknown>>('GET', `/oembed?${query}`);

  it('fits into the requested size', async () => {
    const { open } = await publicAndPrivate();
    const url = encodeURIComponent(`${found}/embed/${open.id}`);
    expect((await ask(`url=${url}&maxwidth=320&maxheight=9000`)).body).toMatchObject({ width: 320, height: 400 });
  });

  it('rejects invalid queries', async () => {
    const { open } = await publicAndPrivate();
    const own = encodeURIComponent(`${found}/u/${open.id}`);
    for (const [query, status] of [
      ['', 400],
      ['url=nonsense', 400],
      [`url=${own}&format=xml`, 400],
      [`url=${own}&maxwidth=0`, 400],
      [`url=${own}&maxwidth=wide`, 400],
      [`url=${own}&url=${own}`, 400],
      [`url=${encodeURIComponent(`http://elsewhere.example/u/${open.id}`)}`, 404],
      [`url=${encodeURIComponent(`${found}/settings`)}`, 404],
    ] as const) {
      expect([query, (await ask(query)).status]).toEqual([query, status]);
    }
  });
});

describe('the embedded page', () => {
  it('is the only one that other sites may frame', async () => {
    const { open } = await publicAndPrivate();
    for (const [path, framed] of [
      [`/embed/${open.id}`, true],
      ['/embed/neverThere', true],
      [`/u/${open.id}`, false],
      ['/', false],
      ['/embed', false],
    ] as const) {
      const { headers } = await world.stranger().call('GET', path);
      const policy = headers.get('content-security-policy')!;
      expect([path, policy.includes('frame-ancestors *'), headers.get('x-frame-options')]).toEqual([
        path,
        framed,
        framed ? null : 'SAMEORIGIN',
      ]);
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('cross-origin-resource-policy')).toBe(framed ? 'cross-origin' : 'same-origin');
      expect(policy).toContain("script-src 'self' blob:;");
    }
  });

  it('can be watched without an identity and not edited, and closes when the universe becomes private', async () => {
    const { owner, open } = await publicAndPrivate();
    const stranger = world.stranger();
    await expect(join(server.url, stranger, { universeId: open.id })).rejects.toMatchObject({ code: 401 });
    const watcher = await join(server.url, stranger, { universeId: open.id, as: 'spectate' });
    expect(watcher.heard.welcome[0]).toMatchObject({ role: 'spectator', universe: { name } });
    watcher.send('edit', { clientId: 'client-one', clientSequence: 1, edit: { kind: 'restart' } });
    watcher.send('profile', { name: 'Nobody' });
    await watcher.until(() => watcher.heard.refused.length === 2);
    expect(watcher.heard.refused.map(({ error }) => error.code)).toEqual(['not-allowed', 'not-found']);
    await world.call(owner, 'updateParameters', { id: open.id, group: 'physics' }, { gravity: 3 });
    await watcher.until(() => watcher.heard.edits.length === 1);
    const left = new Promise<number>((resolve) => watcher.room.onLeave((code) => resolve(code)));
    await world.call(owner, 'updateUniverse', { id: open.id }, { isPublic: false });
    expect(await left).toBe(4404);
    await expect(join(server.url, stranger, { universeId: open.id, as: 'spectate' })).rejects.toMatchObject({ code: 404 });
    expect(stranger.cookie).toBe('');
  });
});
