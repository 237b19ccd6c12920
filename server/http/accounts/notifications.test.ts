import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const list = async (visitor: Visitor) =>
  routes.listNotifications.response.parse((await visitor.call('GET', '/api/v1/me/notifications')).body);
const kindsOf = async (visitor: Visitor) => (await list(visitor)).notifications.map(({ kind }) => kind);
const make = async (owner: Visitor) => (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body.id;

it('list for an owner what others did, until read', async () => {
  const [ann, bob] = [await createGuest(server.url), await createGuest(server.url)];
  const id = await make(ann);
  const path = `/api/v1/universes/${id}`;
  await bob.call('PUT', `${path}/favourite`);
  await bob.call('PUT', `${path}/review`, { stars: 5 });
  await bob.call('POST', `${path}/comments`, { text: 'Hello' });
  const { body } = await ann.call<RouteResponse<'invite'>>('POST', `${path}/invitations`, { role: 'editor', days: 1 });
  for (let time = 0; time < 2; time += 1) await bob.call('POST', '/api/v1/invitations/accept', { secret: body.secret });
  const told = await list(ann);
  expect([told.unread, told.notifications.map(({ kind }) => kind)]).toEqual([4, ['joined', 'comment', 'review', 'favourite']]);
  expect(told.notifications[1]).toMatchObject({ universe: { id, name: 'Pulsar' }, isRead: false, commentId: expect.any(String) });

  const [first] = told.notifications;
  expect((await ann.call('PUT', `/api/v1/me/notifications/${first!.id}/read`)).body).toEqual({ unread: 3 });
  expect((await bob.call('PUT', `/api/v1/me/notifications/${first!.id}/read`)).status).toBe(404);
  expect((await ann.call('PUT', '/api/v1/me/notifications/read', { until: first!.createdAt })).body).toEqual({ unread: 0 });
  expect((await ann.call('GET', '/api/v1/me/notifications/unread')).body).toEqual({ unread: 0 });
  const exported = routes.exportMe.response.parse((await ann.call('GET', '/api/v1/me/export')).body);
  expect(exported.notifications).toHaveLength(4);
});

it('tell a new owner of a transfer, and move from a guest to their account', async () => {
  const [ann, heir] = [await createGuest(server.url), await createGuest(server.url)];
  const id = await make(ann);
  const { body } = await ann.call<RouteResponse<'invite'>>('POST', `/api/v1/universes/${id}/invitations`, { role: 'viewer', days: 1 });
  await heir.call('POST', '/api/v1/invitations/accept', { secret: body.secret });
  const account = { email: 'heir@example.org', password: 'correct horse' };
  const { body: me } = await heir.call<{ id: string }>('POST', '/api/v1/auth/register', account);
  await ann.call('POST', `/api/v1/universes/${id}/transfer`, { to: me.id });
  expect(await kindsOf(heir)).toEqual(['transferred']);

  const guest = await createGuest(server.url);
  const own = await make(guest);
  await ann.call('PUT', `/api/v1/universes/${own}/favourite`);
  await guest.call('POST', '/api/v1/auth/login', account);
  expect(await kindsOf(heir)).toEqual(['favourite', 'transferred']);
});

it('are refused to strangers, and invalid requests are rejected with their path', async () => {
  const stranger = createVisitor(server.url);
  for (const [method, rest, body] of [
    ['GET', ''],
    ['GET', '/unread'],
    ['PUT', '/read', { until: new Date().toISOString() }],
    ['PUT', '/x/read'],
  ] as const) {
    expect((await stranger.call(method, `/api/v1/me/notifications${rest}`, body)).status).toBe(403);
  }
  expect(stranger.cookie).toBe('');
  const ann = await createGuest(server.url);
  const answer = await ann.call<ErrorBody>('PUT', '/api/v1/me/notifications/read', { until: 'now' });
  expect(answer.body.error.issues).toMatchObject([{ path: 'until', value: 'now' }]);
  expect((await ann.call('GET', '/api/v1/me/notifications?limit=0')).status).toBe(400);
});
