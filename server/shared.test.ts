import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../shared/api/contract/contract.ts';
import { rates } from '../shared/api/rates.ts';
import { hiddenCloseCode } from '../shared/room/names.ts';
import { freePort } from '../tests/support/free-port.ts';
import { createServerEvents, type ServerEvents } from './ops/events/server-events.ts';
import { createLog } from './ops/log.ts';
import { openRedis, type RedisConnection } from './ops/redis/redis-connection.ts';
import { comparableHeaders } from './testing/comparable-headers.ts';
import { enterRoom, leave, universeOf } from './testing/gathering.ts';
import { type RedisServer, startRedisServer, untilConnected } from './testing/redis-server.ts';
import {
  type Answer,
  createGuest,
  createVisitor,
  type Listener,
  startTestServer,
  type TestServer,
  type Visitor,
} from './testing/test-server.ts';

let redis: RedisServer;
let server: TestServer;
/** Another process: its connection and its events. */
let other: RedisConnection;
let events: ServerEvents;
let owner: Visitor;
let friend: Visitor;

beforeAll(async () => {
  redis = await startRedisServer();
  // Connections to rooms lead to the public address.
  const PORT = String(await freePort());
  server = await startTestServer({
    PORT,
    PUBLIC_URL: `http://127.0.0.1:${PORT}`,
    REDIS_URL: redis.url,
    DATABASE_URL: 'postgresql://nobody@127.0.0.1/not-asked',
    SESSION_SECRET: 'a secret of all processes together',
    NODE_NAME: 'a',
    TRUST_PROXY: '1',
    METRICS_PORT: '0',
  });
  other = openRedis(redis.url, createLog('silent'));
  events = createServerEvents(other);
  await untilConnected(other);
  [owner, friend] = [await createGuest(server.url), await createGuest(server.url)];
});
afterAll(async () => {
  await server.stop();
  events.close();
  other.close();
  await redis.stop();
});

async function createMember(): Promise<Visitor> {
  const visitor = createVisitor(server.url);
  members += 1;
  const answer = await visitor.call('POST', routes.register.path, { email: `member-${members}@example.org`, password: 'correct horse' });
  expect(answer.status).toBe(201);
  return visitor;
}
let members = 0;

const userIdOf = async (visitor: Visitor) => (await visitor.call<{ id: string }>('GET', routes.getMe.path)).body.id;
const codeOfEnd = ({ room }: Listener) => new Promise<number>((resolve) => room.onLeave(resolve));

describe('a right that another process took', () => {
  /** Hides a universe as another process does: this one sees it only in the database. */
  const hide = (id: string) => server.query('update universes set is_public = false where id = $1', [id]);

  it('ends in a room of this one', async () => {
    const universeId = await universeOf(owner);
    const guest = await enterRoom(server, friend, universeId);
    const ended = codeOfEnd(guest);
    await hide(universeId);
    events.tell('universe-changed', { universeId, users: [], link: true, lists: true });
    expect(await ended).toBe(hiddenCloseCode);
  });

  it('ends although Redis died before it could tell, and nothing else does', async () => {
    const [universeId, openId] = [await universeOf(owner), await universeOf(owner)];
    const [spent, leaver, member] = [await createGuest(server.url), await createMember(), await createMember()];
    const ending = [
      await enterRoom(server, friend, universeId),
      await enterRoom(server, spent, openId),
      await enterRoom(server, leaver, openId),
    ];
    const ended = Promise.all(ending.map(codeOfEnd));
    const staying = [await enterRoom(server, friend, openId), await enterRoom(server, member, openId)];
    await redis.kill();
    await hide(universeId);
    await server.query('insert into spent_guests (id) values ($1)', [await userIdOf(spent)]);
    await server.query(`delete from session where sess -> 'passport' ->> 'user' = $1`, [await userIdOf(leaver)]);
    await redis.revive();
    expect((await ended)[0]).toBe(hiddenCloseCode);
    for (const { room } of staying) expect(room.connection.isOpen).toBe(true);
    await untilConnected(other);
    await leave(...staying);
  });
});

describe('answers', () => {
  const lists = '/api/v1/universes?list=recent';
  const metric = async (outcome: string) =>
    Number(new RegExp(`^harmonic_cache_total{outcome="${outcome}"} (\\d+)`, 'm').exec(await (await fetch(server.metricsUrl!)).text())![1]);
  const headersOf = ({ headers }: Answer<unknown>) => comparableHeaders(headers);
  const stranger = () => createVisitor(server.url);
  const oembedOf = (id: string) => `/oembed?url=${encodeURIComponent(`${server.url}/u/${id}`)}`;
  const rename = (id: string, name: string) => owner.call('PATCH', `/api/v1/universes/${id}`, { name });

  it('to strangers are kept, with the headers that they had', async () => {
    const id = await universeOf(owner);
    await rename(id, 'Before');
    for (const path of [lists, oembedOf(id)]) {
      const before = await stranger().call('GET', path);
      const hits = await metric('hit');
      const after = await stranger().call('GET', path);
      expect([await metric('hit'), after.status, after.body]).toEqual([hits + 1, 200, before.body]);
      expect(headersOf(after)).toEqual(headersOf(before));
      expect(JSON.stringify(after.body)).toContain('Before');
    }
  });

  it('to a cookie are neither taken from the cache nor kept there', async () => {
    const id = await universeOf(owner);
    await rename(id, 'With a cookie');
    const looks = async () => (await metric('hit')) + (await metric('miss')) + (await metric('error'));
    const before = await looks();
    for (const visitor of [owner, friend, createVisitor(server.url, { cookie: 'any=thing' })]) {
      for (const path of [lists, oembedOf(id), `/u/${id}`]) await visitor.call('GET', path);
    }
    expect(await looks()).toBe(before);
  });

  it('are dropped when their universe changes, and lists when one is hidden', async () => {
    const id = await universeOf(owner);
    await rename(id, 'Seen once');
    const list = `${lists}&limit=9`;
    const told = async (path: string) => JSON.stringify((await stranger().call('GET', path)).body);
    for (const path of [list, oembedOf(id)]) expect(await told(path)).toContain('Seen once');
    await rename(id, 'Renamed');
    expect(await told(oembedOf(id))).toContain('Renamed');
    await owner.call('PATCH', `/api/v1/universes/${id}`, { isPublic: false });
    expect(await told(list)).not.toContain(id);
    expect((await stranger().call('GET', oembedOf(id))).status).toBe(404);
  });
});

it('answers and limits without Redis, paused or dead', async () => {
  const { method, path } = routes.importUniverse;
  const { points } = rates.importUniverse.perAddress;
  const askAll = async (address: string) => {
    const visitor = createVisitor(server.url, { 'x-forwarded-for': address });
    const statuses: number[] = [];
    for (let asked = 0; asked <= points; asked += 1) statuses.push((await visitor.call(method, path, {})).status);
    return statuses;
  };
  const limited = [...Array<number>(points).fill(400), 429];
  redis.pause();
  expect(await askAll('192.0.2.1')).toEqual(limited);
  await redis.kill();
  expect(await askAll('192.0.2.2')).toEqual(limited);
  expect((await createVisitor(server.url).call('GET', '/api/v1/universes?list=recent')).status).toBe(200);
  await redis.revive();
});
