import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import { universeLists } from '../../../shared/api/universes/lists.ts';
import { createVisitor, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

type Page = RouteResponse<'listUniverses'>;
type FavouriteState = RouteResponse<'addFavourite'>;

let server: TestServer;
let visitors = 0;

/** Creates a visitor with an IP address of their own. */
const arrive = () => createVisitor(server.url, { 'x-forwarded-for': `10.1.${Math.floor(visitors / 250)}.${(visitors += 1) % 250}` });

beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: '1' });
});
afterAll(() => server.stop());

const list = async (visitor: Visitor, search = '') => (await visitor.call<Page>('GET', `/api/v1/universes${search}`)).body;
const idsOf = async (visitor: Visitor, search = '') => (await list(visitor, search)).universes.map(({ id }) => id);
const patch = (visitor: Visitor, id: string, body: object) => visitor.call<ErrorBody>('PATCH', `/api/v1/universes/${id}`, body);
const favour = <T = FavouriteState>(visitor: Visitor, method: 'PUT' | 'DELETE', id: string) =>
  visitor.call<T>(method, `/api/v1/universes/${id}/favourite`);
const countOf = async (visitor: Visitor, id: string) =>
  (await visitor.call<UniverseDetail>('GET', `/api/v1/universes/${id}`)).body.favouriteCount;

/** Makes a universe that was edited, so that lists show it. */
async function make(visitor: Visitor, name: string): Promise<string> {
  const { id } = (await visitor.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar', name })).body;
  await patch(visitor, id, { name });
  return id;
}

async function register(): Promise<{ visitor: Visitor; email: string }> {
  const visitor = arrive();
  const email = `lister-${visitors}@example.org`;
  expect((await visitor.call('POST', '/api/v1/auth/register', { email, password })).status).toBe(201);
  return { visitor, email };
}
const password = 'correct horse';

describe('lists', () => {
  it('match the contract, and create no guest', async () => {
    const ann = arrive();
    const id = await make(ann, 'Contracted');
    const stranger = arrive();
    for (const which of universeLists) {
      const answer = routes.listUniverses.response.parse(await list(stranger, `?list=${which}`));
      const isOpen = which === 'recent' || which === 'popular';
      expect([which, answer.universes.some((universe) => universe.id === id)]).toEqual([which, isOpen]);
    }
    expect(stranger.cookie).toBe('');
    expect(await idsOf(ann, '?list=mine')).toEqual([id]);
    const [found] = (await list(stranger, '?q=contr')).universes;
    expect(found).toMatchObject({ isMine: false, isFavourite: false, favouriteCount: 0, tags: [] });
    expect(Object.keys(found!.owner).toSorted()).toEqual(['colour', 'displayName', 'id']);
  });

  it('reject invalid queries with path, rule and value', async () => {
    const answer = await arrive().call<ErrorBody>('GET', '/api/v1/universes?limit=99&key=H&colour=red&tempoMin=90&tempoMax=80&list=all');
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid-input']);
    const values = Object.fromEntries(answer.body.error.issues.map(({ path, value }) => [path, value]));
    expect(values).toMatchObject({ limit: '99', key: 'H', colour: 'red', list: 'all' });
    const upside = await arrive().call<ErrorBody>('GET', '/api/v1/universes?tempoMin=90&tempoMax=80');
    expect(upside.body.error.issues).toEqual([
      { path: 'tempoMax', rule: 'must not be below tempoMin', reason: 'tempo-range-reversed', params: {}, value: '80' },
    ]);
    const cursor = await arrive().call<ErrorBody>('GET', '/api/v1/universes?cursor=abc');
    expect(cursor.body.error.issues).toMatchObject([{ path: 'cursor', value: 'abc' }]);
  });

  it('never answer a query with status 500 or above', async () => {
    const visitor = await register();
    const names = fc.constantFrom('list', 'q', 'tag', 'key', 'tempoMin', 'tempoMax', 'cursor', 'limit', 'other');
    const cursor = fc.json().map((text) => Buffer.from(text).toString('base64url'));
    const forged = fc
      .tuple(fc.constantFrom(...universeLists), fc.double({ min: 0, max: 2 ** 53, noNaN: true }), fc.stringMatching(/^[0-9A-Za-z]{1,24}$/))
      .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
    const sign = fc.constantFrom("'", '\\', '\0', ':*', '&', '|', '!', '(', '<->', '%', '"', 'a', ' ', '\ud800');
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('')),
      fc.constantFrom('favourites', 'popular', 'C♯', '90'),
      cursor,
      forged,
    );
    const search = fc.array(fc.tuple(names, value), { maxLength: 5 }).map((pairs) => new URLSearchParams(pairs).toString());
    const raw = fc.array(fc.constantFrom('%', '%00', '%ff', '&', '=', 'q', 'q[]', 'tag', '%F0%9F', '__proto__'), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          search,
          raw.map((parts) => parts.join('')),
        ),
        async (query) => {
          const answer = await visitor.visitor.call('GET', `/api/v1/universes?${query}`);
          expect([query, answer.status < 500]).toEqual([query, true]);
        },
      ),
      { numRuns: 300 },
    );
    // Each of these reaches the database.
    for (const q of ["it's", '\\', "\\'", ':*', '& |', '!(', '<->', '\ud800', '%', 'a\tb', 'x'.repeat(100)]) {
      expect([q, (await visitor.visitor.call('GET', `/api/v1/universes?${new URLSearchParams({ q })}`)).status]).toEqual([q, 200]);
    }
  });
});

describe('tags', () => {
  it('are trimmed and lower-cased, and rejected if they repeat, are too many or have invalid characters', async () => {
    const ann = arrive();
    const id = await make(ann, 'Tagged');
    expect((await patch(ann, id, { tags: [' Deep Space ', 'lo-fi'] })).body).toMatchObject({ tags: ['deep space', 'lo-fi'] });
    expect(await idsOf(arrive(), '?tag=Deep%20Space&tag=lo-fi')).toEqual([id]);
    for (const tags of [['a', 'A'], Array.from({ length: 9 }, (_, at) => `t${at}`), ['a,b'], [''], ['x'.repeat(25)]]) {
      const answer = await patch(ann, id, { tags });
      expect([tags, answer.status, answer.body.error?.issues[0]?.path.split('.')[0]]).toEqual([tags, 400, 'tags']);
    }
  });
});

describe('favourites', () => {
  it('can be added and removed twice, and are counted once', async () => {
    const [ann, bob] = [arrive(), arrive()];
    const id = await make(ann, 'Loved');
    for (let time = 0; time < 2; time += 1) {
      const answer = routes.addFavourite.response.parse((await favour(bob, 'PUT', id)).body);
      expect(answer).toEqual({ isFavourite: true, favouriteCount: 1 });
    }
    expect((await favour(ann, 'PUT', id)).body.favouriteCount).toBe(2);
    expect(await idsOf(bob, '?list=favourites')).toEqual([id]);
    expect((await bob.call<UniverseDetail>('GET', `/api/v1/universes/${id}`)).body).toMatchObject({ isFavourite: true, favouriteCount: 2 });
    for (let time = 0; time < 2; time += 1) {
      expect((await favour(bob, 'DELETE', id)).body).toEqual({ isFavourite: false, favouriteCount: 1 });
    }
    expect(await idsOf(bob, '?list=favourites')).toEqual([]);
  });

  it('can be added only to visible universes, are unlisted while hidden, and can be removed then too', async () => {
    const [ann, bob] = [arrive(), arrive()];
    const id = await make(ann, 'Shy');
    await favour(bob, 'PUT', id);
    await patch(ann, id, { isPublic: false });
    const answer = await favour<ErrorBody>(bob, 'PUT', id);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'not-found']);
    for (const search of ['?list=favourites', '?q=shy', '?list=popular&q=shy']) expect(await idsOf(bob, search)).toEqual([]);
    await patch(ann, id, { isPublic: true });
    expect(await idsOf(bob, '?list=favourites')).toEqual([id]);
    await patch(ann, id, { isPublic: false });
    expect((await favour(bob, 'DELETE', id)).status).toBe(200);
    expect((await favour(bob, 'DELETE', id)).status).toBe(404);
    await patch(ann, id, { isPublic: true });
    expect(await idsOf(bob, '?list=favourites')).toEqual([]);
  });

  it('move to the account of a guest, each counted once', async () => {
    const ann = arrive();
    const [both, guests] = [await make(ann, 'Of both'), await make(ann, 'Of the guest')];
    const { visitor, email } = await register();
    await favour(visitor, 'PUT', both);
    const guest = arrive();
    await favour(guest, 'PUT', both);
    await favour(guest, 'PUT', guests);
    expect(await countOf(ann, both)).toBe(2);
    expect((await guest.call('POST', '/api/v1/auth/login', { email, password })).status).toBe(200);
    expect(await Promise.all([both, guests].map((id) => countOf(ann, id)))).toEqual([1, 1]);
    expect((await idsOf(visitor, '?list=favourites')).toSorted()).toEqual([both, guests].toSorted());
  });

  it('are exported, and deleted with the user', async () => {
    const [ann, bob] = [arrive(), arrive()];
    const id = await make(ann, 'Kept');
    await favour(bob, 'PUT', id);
    await favour(bob, 'PUT', await make(bob, 'Own'));
    const exported = routes.exportMe.response.parse((await bob.call('GET', '/api/v1/me/export')).body);
    expect(exported.favourites.map(({ universeId }) => universeId)).toContain(id);
    expect((await bob.call('DELETE', '/api/v1/me', {})).status).toBe(200);
    expect(await countOf(ann, id)).toBe(0);
  });
});
