import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const meOf = async (visitor: Visitor) => (await visitor.call<Me>('GET', '/api/v1/me')).body;
const listOf = async (visitor: Visitor, owner: string) =>
  (await visitor.call<RouteResponse<'listUniverses'>>('GET', `/api/v1/universes?owner=${owner}`)).body.universes.map(({ name }) => name);

/** Makes a universe and updates it. */
async function make(owner: Visitor, patch: object): Promise<string> {
  const { id } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  await owner.call('PATCH', `/api/v1/universes/${id}`, patch);
  return id;
}

it('shows profile and nothing else of a user to everyone', async () => {
  const [ann, stranger] = [await createGuest(server.url), createVisitor(server.url)];
  const { id } = await meOf(ann);
  await ann.call('PATCH', '/api/v1/me', { displayName: 'Ann', bio: 'Counts\nstars.' });
  const profile = async () => routes.getProfile.response.parse((await stranger.call('GET', `/api/v1/people/${id}`)).body);
  expect(await profile()).toMatchObject({ id, displayName: 'Ann', bio: 'Counts\nstars.', isGuest: true });
  await ann.call('POST', '/api/v1/auth/register', { email: 'ann@example.org', password: 'correct horse' });
  const answer = await stranger.call('GET', `/api/v1/people/${id}`);
  expect(routes.getProfile.response.parse(answer.body).isGuest).toBe(false);
  expect(Object.keys(answer.body as object).toSorted()).toEqual(['bio', 'colour', 'displayName', 'id', 'isGuest', 'since']);
  expect(stranger.cookie).toBe('');
});

it('lists public universes of a user, also to themselves', async () => {
  const [ann, bob] = [await createGuest(server.url), await createGuest(server.url)];
  const { id } = await meOf(ann);
  await make(ann, { name: 'Open' });
  await make(ann, { name: 'Hidden', isPublic: false });
  await ann.call('DELETE', `/api/v1/universes/${await make(ann, { name: 'In the trash' })}`);
  await make(bob, { name: 'Of Bob' });
  for (const visitor of [ann, bob, createVisitor(server.url)]) expect(await listOf(visitor, id)).toEqual(['Open']);
});

it('answers 404 for deleted and unknown users', async () => {
  mkdirSync(join(server.directory, 'dist'), { recursive: true });
  writeFileSync(join(server.directory, 'dist/index.html'), '<title>page</title>');
  const [ann, stranger] = [await createGuest(server.url), createVisitor(server.url)];
  const { id } = await meOf(ann);
  const statuses = async (address: string) => [
    (await stranger.call('GET', `/api/v1/people/${address}`)).status,
    (await stranger.call('GET', `/people/${address}`)).status,
  ];
  expect(await statuses(id)).toEqual([200, 200]);
  await ann.call('DELETE', '/api/v1/me', {});
  for (const address of [id, 'nobody', '%00', '%ff']) {
    expect([address, (await statuses(address)).map((status) => Math.floor(status / 100))]).toEqual([address, [4, 4]]);
  }
});

it('stores preferences, which nobody else can read', async () => {
  const [ann, stranger] = [await createGuest(server.url), createVisitor(server.url)];
  const usual = (await meOf(ann)).preferences;
  const patch = (preferences: object) => ann.call<Me>('PATCH', '/api/v1/me', { preferences });
  expect((await patch({ theme: 'light' })).body.preferences).toEqual({ ...usual, theme: 'light' });
  expect((await patch({ reducedMotion: 'on', pictureQuality: 'low', language: 'de' })).body.preferences).toEqual({
    ...usual,
    theme: 'light',
    reducedMotion: 'on',
    pictureQuality: 'low',
    language: 'de',
  });
  for (const refused of [{}, { theme: 'pink' }, { language: 'tlh' }, { volume: 'loud' }]) expect((await patch(refused)).status).toBe(400);
  // Registration keeps the preferences of the guest.
  await ann.call('POST', '/api/v1/auth/register', { email: 'likes-light@example.org', password: 'correct horse' });
  expect((await meOf(ann)).preferences.theme).toBe('light');
  const { id } = await meOf(ann);
  expect(JSON.stringify((await stranger.call('GET', `/api/v1/people/${id}`)).body)).not.toContain('light');
});
