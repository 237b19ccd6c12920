import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { identifyRequest, requestIdOf } from './http/requests/request-id.ts';
import { keepLogLines } from './testing/log-lines.ts';
import { enterRoom, universeOf } from './testing/gathering.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from './testing/test-server.ts';

interface Line {
  requestId?: string;
  route?: string;
  status?: number;
  method?: string;
  universe?: string;
  user?: string;
  member?: string;
  role?: string;
  reason?: string;
}

const lines = keepLogLines();
let server: TestServer;
let ann: Visitor;
beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: '1' }, lines.log);
  ann = await createGuest(server.url);
});
afterAll(() => server.stop());

const meOf = async (visitor: Visitor) => (await visitor.call<{ id: string }>('GET', '/api/v1/me')).body.id;

it('has one line for each request, with the pattern of its route and the id that the answer names', async () => {
  lines.clear();
  const universe = await universeOf(ann);
  const { headers } = await ann.call('GET', `/api/v1/universes/${universe}?secret=hunter2`);
  const id = headers.get('x-request-id')!;
  await ann.call('GET', '/healthz');
  await expect.poll(() => lines.of<Line>('request').length).toBe(2);
  const line = lines.of<Line>('request')[1]!;
  expect(line).toMatchObject({ requestId: id, method: 'GET', route: '/api/v1/universes/:id', status: 200, user: await meOf(ann) });
  expect(lines.text).not.toContain(universe);
});

it('takes the id of a request from the proxy in front, if it has the form of one, and else makes it', async () => {
  const idOf = async (told: string) =>
    (await ann.call('GET', '/api/v1/auth/ways', undefined, { 'x-request-id': told })).headers.get('x-request-id');
  expect(await idOf('0123456789abcdef0123456789abcdef')).toBe('0123456789abcdef0123456789abcdef');
  for (const told of ['short', 'a'.repeat(65), 'no spaces here']) expect(await idOf(told)).toMatch(/^[0-9a-f-]{36}$/);
});

it('tells of joins, of drops and leaves with their reason, and of refused joins', async () => {
  lines.clear();
  const [universe, user] = [await universeOf(ann), await meOf(ann)];
  const stays = await enterRoom(server, ann, universe);
  const goes = await enterRoom(server, ann, universe);
  const watches = await enterRoom(server, createVisitor(server.url), universe, 'spectate');
  await goes.room.leave();
  watches.room.connection.close(4321);
  await expect(enterRoom(server, ann, 'nowhere')).rejects.toThrow();
  await expect(enterRoom(server, createVisitor(server.url), universe)).rejects.toThrow();
  await expect.poll(() => lines.of('dropped').length).toBe(1);
  expect(lines.of<Line>('joined')).toMatchObject([
    { universe, user, role: 'owner' },
    { universe, user, role: 'owner' },
    { universe, role: 'spectator' },
  ]);
  expect(lines.of<Line>('joined')[2]).not.toHaveProperty('user');
  expect(lines.of<Line>('left')).toMatchObject([{ universe, user, reason: 'own-wish' }]);
  expect(lines.of<Line>('dropped')).toMatchObject([{ universe, role: 'spectator', reason: 'network' }]);
  expect(lines.of<Line>('join refused')).toMatchObject([
    { universe: 'nowhere', reason: 'no-universe' },
    { universe, reason: 'room-session-needed' },
  ]);
  await stays.room.leave();
});

it('holds no cookies, ids of sessions, addresses, passwords or secrets, whatever happens', async () => {
  lines.clear();
  const email = 'ada.lovelace@example.org';
  const from = '203.0.113.77';
  const bob = createVisitor(server.url, { 'x-forwarded-for': from, 'user-agent': 'Agent hunter0' });
  await bob.call('POST', '/api/v1/auth/register', { email, password: 'correct hunter1' });
  const universe = await universeOf(bob);
  const { body: invitation } = await bob.call<{ secret: string }>('POST', `/api/v1/universes/${universe}/invitations`, {
    role: 'editor',
    days: 1,
  });
  await ann.call('POST', '/api/v1/invitations/accept', { secret: invitation.secret });
  const listener = await enterRoom(server, bob, universe);
  const { sessionId, reconnectionToken } = listener.room;
  listener.send('chat', { text: 'hunter2 is my secret' });
  listener.send('profile', { name: 'Hunter3' });
  await listener.room.leave();
  await bob.call('POST', '/api/v1/auth/login', { email, password: 'hunter4' });
  await bob.call('PATCH', `/api/v1/universes/${universe}`, { name: 'Universe hunter5', isPublic: false });
  await bob.call('PATCH', '/api/v1/me', { displayName: 7, email: 'hunter6@example.org' });
  await bob.call('GET', '/api/v1/universes?query=hunter7');
  await bob.call('POST', '/api/v1/auth/register', '{"password": "hunter8');
  await expect.poll(() => lines.of('left').length).toBe(1);
  await expect.poll(() => lines.of<Line>('request').length).toBeGreaterThan(6);

  const cookies = [ann, bob].flatMap(({ cookie }) => cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)));
  const secrets = [...cookies, sessionId, reconnectionToken, invitation.secret, email, 'example.org', 'hunter', 'Hunter'];
  expect(secrets.every((secret) => secret.length > 5)).toBe(true);
  for (const secret of secrets) expect(lines.text).not.toContain(secret);
  // Only a refusal says whence it came: who guesses passwords has to be found.
  const told = lines.text.split('\n').filter((line) => line.includes(from));
  expect(told.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(told.map(() => 'refused'));
});

it('does not take the id of a request from a caller where there is no proxy', () => {
  const request = new IncomingMessage(new Socket());
  request.headers['x-request-id'] = '0123456789abcdef';
  const response = new ServerResponse(request);
  identifyRequest(request, response, 0);
  expect(requestIdOf(request)).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.getHeader('x-request-id')).toBe(requestIdOf(request));
});
