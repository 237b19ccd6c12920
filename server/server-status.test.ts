import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiPaths } from '../shared/api/contract/paths.ts';
import { type ServerStatus, serverStatusSchema } from '../shared/api/operations/status-schemas.ts';
import { createMetrics } from './ops/metrics/metrics.ts';
import { watchStatus } from './ops/metrics/status-history.ts';
import { enterRoom, leave, universeOf } from './testing/gathering.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from './testing/test-server.ts';

let server: TestServer;
let admin: Visitor;
beforeAll(async () => {
  server = await startTestServer();
  admin = await createGuest(server.url);
  await admin.call('POST', '/api/v1/auth/register', { email: 'root@example.org', password: 'correct horse' });
  await server.query(`update users set role = 'admin'`);
});
afterAll(() => server.stop());

const read = (by: Visitor) => by.call<ServerStatus>('GET', apiPaths.getServerStatus.path);

it('is for administrators alone, from the moment on at which they are one', async () => {
  for (const visitor of [createVisitor(server.url), await createGuest(server.url)]) {
    const { status, body } = await read(visitor);
    expect([status, body]).toMatchObject([403, { error: { reason: 'admins-only' } }]);
  }
  const { status, headers } = await read(admin);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  await server.query(`update users set role = 'user'`);
  expect((await read(admin)).status).toBe(403);
  await server.query(`update users set role = 'admin' where account_since is not null`);
});

it('tells of rooms, members and jobs, and of nobody and nothing in them', async () => {
  const owner = await createGuest(server.url);
  const universe = await universeOf(owner);
  await owner.call('PATCH', `/api/v1/universes/${universe}`, { name: 'Private thoughts', isPublic: false });
  const listeners = [await enterRoom(server, owner, universe), await enterRoom(server, owner, universe, 'spectate')];
  await server.query(`insert into pgboss.job (name, data, state) values ('mail', '{}', 'failed')`);
  const { body } = await read(admin);
  expect(body).toMatchObject({
    processes: [{ process: 'single', silentSince: null, rooms: 1 }],
    rooms: 1,
    connections: { owner: 1, editor: 0, viewer: 0, spectator: 1 },
    jobs: { failed: 1 },
  });
  expect(serverStatusSchema.strict().parse(body)).toEqual(body);
  const text = JSON.stringify(body);
  for (const secret of [universe, 'Private', 'example.org']) expect(text).not.toContain(secret);
  await leave(...listeners);
});

it('has samples of what happened between them', async () => {
  const metrics = createMetrics();
  const history = watchStatus(metrics);
  metrics.watchRooms(() => ({ rooms: 3, connections: { owner: 1, editor: 2, viewer: 1, spectator: 5 } }));
  metrics.refused('not-found');
  await history.sample();
  for (let times = 0; times < 5; times += 1) metrics.refused('conflict');
  metrics.refused('not-found');
  metrics.answered({ method: 'GET', route: '/', code: 200 }, 0.1);
  for (let times = 0; times < 20; times += 1) metrics.tickLagged(0.02);
  await history.sample();
  await history.sample();
  history.stop();
  expect(history.samples).toMatchObject([
    { rooms: 3, members: 9, requests: 0, refusals: 0, lagMs: 0 },
    { rooms: 3, members: 9, requests: 1, refusals: 6, lagMs: expect.closeTo(24.3, 0) },
    { requests: 0, refusals: 0, lagMs: 0 },
  ]);
  expect([...history.errors()]).toEqual([
    ['not-found', 1],
    ['conflict', 5],
  ]);
});
