import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyLimits } from '../../../shared/api/body-limits.ts';
import type { UniverseSummary } from '../../../shared/api/contract/contract.ts';
import { routes } from '../../../shared/api/contract/contract.ts';
import { thumbnailSize, thumbnailVersionLetters } from '../../../shared/api/universes/thumbnail.ts';
import { thumbnailPath } from '../../../shared/api/universes/thumbnail-path.ts';
import { thumbnailJpeg, told } from '../../testing/thumbnail-jpeg.ts';
import { filled, startWorld, type World } from '../../testing/world.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld('<!doctype html><head></head>page'));
});
afterAll(() => server.stop());

const another = thumbnailJpeg({ samples: [7, 7, 7] });
const put = (by: Visitor, id: string, body: unknown) => by.call('PUT', filled('putThumbnail', { id }), body);
const universeWithThumbnail = async () => {
  const { by, id } = await world.owned();
  const { thumbnail } = await world.call(by, 'putThumbnail', { id }, thumbnailJpeg());
  return { by, id, thumbnail };
};
const summary = async (by: Visitor, id: string): Promise<UniverseSummary> => world.call(by, 'getUniverse', { id });

describe('a thumbnail', () => {
  it('is stored without metadata, under a path with its version', async () => {
    const { by, id } = await world.owned();
    expect((await summary(by, id)).thumbnail).toBe(null);
    expect((await by.call('GET', filled('getThumbnail', { id }))).status).toBe(404);
    const { thumbnail } = await world.call(by, 'putThumbnail', { id }, thumbnailJpeg({ about: told('taken at home') }));
    expect((await summary(by, id)).thumbnail).toBe(thumbnail);
    const { body, headers } = await world.stranger().call<Uint8Array>('GET', thumbnail);
    expect(body).toEqual(thumbnailJpeg());
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is rejected if it is not a whole JPEG of the required size', async () => {
    const { by, id } = await world.owned();
    const bytes = thumbnailJpeg();
    const page = new Uint8Array(Buffer.from('<script>alert(1)</script>'));
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    for (const bad of [
      new Uint8Array([...bytes, ...page]),
      new Uint8Array([...page, ...bytes]),
      bytes.slice(0, -2),
      bytes.slice(0, 60),
      thumbnailJpeg({ width: thumbnailSize.width + 1 }),
      thumbnailJpeg({ height: 1 }),
      page,
      png,
    ]) {
      const answer = await put(await world.guest(), id, bad);
      expect([answer.status, answer.body]).toEqual([
        400,
        expect.objectContaining({ error: expect.objectContaining({ code: 'invalid-input' }) }),
      ]);
    }
    const large = await put(await world.guest(), id, thumbnailJpeg({ samples: Array.from({ length: bodyLimits.thumbnail }, () => 1) }));
    expect(large.status).toBe(413);
    expect((await put(by, id, { picture: 'none' })).status).toBe(415);
    expect((await summary(by, id)).thumbnail).toBe(null);
  });

  it('is rate limited', async () => {
    const { by, id } = await world.owned();
    const statuses = [];
    for (let time = 0; time < 8; time += 1) statuses.push((await put(by, id, another)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  });

  it('is deleted with its universe', async () => {
    const { by, id } = await universeWithThumbnail();
    await server.query('delete from universes where id = $1', [id]);
    expect((await server.query('select 1 from thumbnails where universe_id = $1', [id])).rows).toEqual([]);
    expect((await put(by, id, another)).status).toBe(404);
  });

  it('is checked by constraints of the database', async () => {
    const { id } = await world.owned();
    const insert = (bytes: string, version: string) =>
      server.query(`insert into thumbnails (universe_id, jpeg, version) values ($1, decode($2, 'hex'), $3)`, [id, bytes, version]);
    const version = 'a'.repeat(thumbnailVersionLetters);
    await expect(insert('ff'.repeat(bodyLimits.thumbnail + 1), version)).rejects.toThrow();
    await expect(insert('', version)).rejects.toThrow();
    await expect(insert('ff', 'a')).rejects.toThrow();
  });
});

describe('caching of a thumbnail', () => {
  const kept = async (by: Visitor, path: string) => (await by.call('GET', path)).headers.get('cache-control');

  it('is for ever under its version, and with revalidation under another or none', async () => {
    const { by, id, thumbnail } = await universeWithThumbnail();
    expect(await kept(world.stranger(), thumbnail)).toBe('public, s-maxage=60, max-age=31536000, immutable');
    expect(await kept(by, thumbnail)).toBe('private, max-age=31536000, immutable');
    for (const path of [filled('getThumbnail', { id }), thumbnailPath(id, 'a'.repeat(thumbnailVersionLetters))])
      expect(await kept(by, path)).toBe('private, no-cache');
    const { thumbnail: next } = await world.call(by, 'putThumbnail', { id }, another);
    expect(next).not.toBe(thumbnail);
    expect(await kept(by, thumbnail)).toBe('private, no-cache');
  });

  it('is private for a private universe, whose thumbnail does not exist for others', async () => {
    const { by, id, thumbnail } = await universeWithThumbnail();
    await world.call(by, 'updateUniverse', { id }, { isPublic: false });
    const own = await by.call('GET', thumbnail);
    expect([own.status, own.headers.get('cache-control'), own.headers.get('cross-origin-resource-policy')]).toEqual([
      200,
      'private, no-cache',
      'same-origin',
    ]);
    const again = await by.call('GET', thumbnail, undefined, { 'if-none-match': own.headers.get('etag')! });
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-cache']);
    expect((await world.stranger().call('GET', thumbnail)).status).toBe(404);
  });
});

describe('a thumbnail is shown', () => {
  it('in lists and to other sites', async () => {
    const { by, id, thumbnail } = await universeWithThumbnail();
    await world.call(by, 'updateUniverse', { id }, { description: 'Seen.' });
    const { universes } = await world.call(by, 'listUniverses');
    expect(universes.find((universe) => universe.id === id)?.thumbnail).toBe(thumbnail);
    // The configured public URL.
    const found = 'https://universe.example';
    const page = await world.stranger().call<string>('GET', `/u/${id}`);
    expect(page.body).toContain(`<meta property="og:image" content="${found}${thumbnail}" />`);
    const oembed = await world.stranger().call('GET', `/oembed?url=${encodeURIComponent(`${found}/u/${id}`)}`);
    expect(oembed.body).toMatchObject({ thumbnail_url: found + thumbnail, thumbnail_width: 640, thumbnail_height: 360 });
  });

  it('in a remix, until the remix has a thumbnail of its own', async () => {
    const { by, id, thumbnail } = await universeWithThumbnail();
    const guest = await world.guest();
    const remix = await world.universe(guest, { forkOf: id });
    expect(remix.thumbnail).toBe(thumbnail.replace(id, remix.id));
    await world.call(guest, 'putThumbnail', { id: remix.id }, another);
    expect((await summary(by, id)).thumbnail).toBe(thumbnail);
    expect(routes.getThumbnail.response.parse((await guest.call('GET', remix.thumbnail!)).body)).toEqual(another);
  });
});
