import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let ann: Visitor;
/** Universes of Bob's: one public, one private. */
let open: { id: string };
let hidden: { id: string };
let bob: Visitor;

beforeAll(async () => {
  server = await startTestServer();
  ann = await createGuest(server.url);
  bob = await createGuest(server.url);
  open = await create(bob);
  hidden = await create(bob);
  await bob.call('PATCH', `/api/v1/universes/${hidden.id}`, { isPublic: false });
});
afterAll(() => server.stop());

const create = async (visitor: Visitor, body: object = { templateId: 'pulsar' }) =>
  (await visitor.call<UniverseDetail>('POST', '/api/v1/universes', body)).body;

describe('users', () => {
  it('become guests on the first request that needs an identity, and keep it', async () => {
    const visitor = createVisitor(server.url);
    await visitor.call('GET', '/api/v1/templates');
    expect(visitor.cookie).toBe('');
    const first = await visitor.call('GET', '/api/v1/me');
    expect(routes.getMe.response.parse(first.body)).toEqual(first.body);
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await visitor.call('GET', '/api/v1/me')).body).toEqual(first.body);
    expect((await visitor.call('PATCH', '/api/v1/me', { displayName: '  Ada  ' })).body).toMatchObject({ displayName: 'Ada' });
  });

  it('get a new identity for a cookie with a bad signature', async () => {
    const answer = await createVisitor(server.url).call('GET', '/api/v1/me', undefined, { cookie: `${ann.cookie.slice(0, -4)}AAAA` });
    expect(answer.headers.get('set-cookie')).not.toBeNull();
  });
});

describe('universes', () => {
  it('match the contract on every route', async () => {
    const universe = await create(ann, { templateId: 'slow-nebula', name: 'Mine' });
    expect(routes.createUniverse.response.parse(universe)).toMatchObject({ name: 'Mine', isMine: true, templateId: 'slow-nebula' });
    const list = (await ann.call<RouteResponse<'listUniverses'>>('GET', '/api/v1/universes?list=mine')).body;
    expect(routes.listUniverses.response.parse(list).universes.map(({ id }) => id)).not.toContain(universe.id);
    await ann.call('PATCH', `/api/v1/universes/${universe.id}`, { name: 'Mine' });
    const after = (await ann.call('GET', '/api/v1/universes?list=mine')).body;
    expect(routes.listUniverses.response.parse(after).universes.map(({ id }) => id)).toContain(universe.id);
    const read = (await bob.call('GET', `/api/v1/universes/${universe.id}`)).body;
    expect(routes.getUniverse.response.parse(read)).toMatchObject({ isMine: false, document: universe.document });
    const templates = routes.listTemplates.response.parse((await bob.call('GET', '/api/v1/templates')).body).templates;
    expect(templates.length).toBeGreaterThanOrEqual(10);
    routes.getTemplate.response.parse((await bob.call('GET', `/api/v1/templates/${templates[0]!.id}`)).body);
    const updated = await ann.call('PATCH', `/api/v1/universes/${universe.id}`, { description: 'Slow.', linkRole: 'viewer' });
    expect(routes.updateUniverse.response.parse(updated.body)).toMatchObject({ description: 'Slow.', linkRole: 'viewer' });
  });

  it('can be remixed by every user who can see them', async () => {
    const universe = await create(ann);
    const remix = await create(bob, { forkOf: universe.id });
    expect(remix).toMatchObject({ isMine: true, forkedFrom: { id: universe.id }, name: 'Remix of Pulsar', document: universe.document });
  });

  it('can be changed by the owner only, and are hidden from others if private', async () => {
    const { id } = await create(ann);
    expect((await bob.call('PATCH', `/api/v1/universes/${id}`, { name: 'Bob’s' })).status).toBe(403);
    await ann.call('PATCH', `/api/v1/universes/${id}`, { isPublic: false });
    for (const [method, path, body] of [
      ['GET', `/api/v1/universes/${id}`],
      ['PATCH', `/api/v1/universes/${id}`, { name: 'Bob’s' }],
      ['POST', '/api/v1/universes', { forkOf: id }],
    ] as const) {
      const answer = await bob.call<ErrorBody>(method, path, body);
      expect([method, answer.status, answer.body.error.code]).toEqual([method, 404, 'not-found']);
    }
    await ann.call('PATCH', `/api/v1/universes/${id}`, { name: 'Hidden' });
    const recent = (await bob.call<RouteResponse<'listUniverses'>>('GET', '/api/v1/universes')).body.universes;
    expect(recent.map((universe) => universe.id)).not.toContain(id);
    expect((await ann.call('GET', `/api/v1/universes/${id}`)).status).toBe(200);
  });
});

describe('errors', () => {
  const post = (body: string, headers: Record<string, string> = {}) => ann.call<ErrorBody>('POST', '/api/v1/universes', body, headers);

  it('name path, rule and value', async () => {
    const { id } = await create(ann);
    const answer = await ann.call<ErrorBody>('PATCH', `/api/v1/universes/${id}`, { linkRole: 'god', colour: 'red' });
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe('invalid-input');
    expect(answer.body.error.issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'linkRole', value: 'god' }),
        { path: 'colour', rule: 'is not known here', reason: 'unknown-field', params: {}, value: 'red' },
      ]),
    );
  });

  it.each<[string, () => Promise<{ status: number; body: ErrorBody }>, number, string]>([
    ['a body that is not JSON', () => post('{"templateId":'), 400, 'malformed-body'],
    ['a body of another type', () => post('templateId=pulsar', { 'content-type': 'text/plain' }), 415, 'unsupported-media-type'],
    ['a body that is too large', () => post(JSON.stringify({ templateId: 'x'.repeat(70_000) })), 413, 'body-too-large'],
    ['an unknown template', () => post('{"templateId":"nowhere"}'), 404, 'not-found'],
    ['an unknown universe', () => ann.call<ErrorBody>('GET', '/api/v1/universes/nowhere'), 404, 'not-found'],
    ['an unknown route', () => ann.call<ErrorBody>('GET', '/api/v1/nothing'), 404, 'not-found'],
    ['a wrong method', () => ann.call<ErrorBody>('DELETE', '/api/v1/universes'), 404, 'not-found'],
    ['a body without fields', () => ann.call<ErrorBody>('PATCH', '/api/v1/me', {}), 400, 'invalid-input'],
    ['a foreign origin', () => post('{"templateId":"pulsar"}', { origin: 'http://elsewhere.example' }), 403, 'not-allowed'],
    ['a broken percent sign', () => ann.call<ErrorBody>('GET', '/api/v1/universes/%E0%A4%A'), 400, 'malformed-body'],
    ['a snapshot that was not requested', () => ann.call<ErrorBody>('POST', '/api/v1/rooms/snapshots/x', 'x'), 404, 'not-found'],
    ['a snapshot that does not exist', () => ann.call<ErrorBody>('GET', '/api/v1/rooms/snapshots/x'), 404, 'not-found'],
  ])('%s', async (_what, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('limit new universes per address, without counting invalid requests', async () => {
    // A request counts until it is known to be invalid: never more of them at a time than are allowed.
    for (let batch = 0; batch < 7; batch++) {
      const invalid = await Promise.all(Array.from({ length: 10 }, () => post('{}')));
      expect(new Set(invalid.map(({ status }) => status))).toEqual(new Set([400]));
    }
    const answers = await Promise.all(Array.from({ length: 70 }, () => post('{"templateId":"nowhere"}')));
    const limited = answers.find(({ status }) => status === 429)!;
    expect(limited.body).toMatchObject({ error: { code: 'rate-limited' } });
  });
});

describe('pages', () => {
  it('serve the application for every address of it, and with 404 for any other', async () => {
    expect((await ann.call('GET', '/')).status).toBe(503);
    mkdirSync(join(server.directory, 'dist/assets'), { recursive: true });
    writeFileSync(join(server.directory, 'dist/index.html'), '<!doctype html>page');
    writeFileSync(join(server.directory, 'dist/assets/main-abcd1234.js'), 'script');
    writeFileSync(join(server.directory, 'dist/assets/main-abcd1234.js.gz'), 'not really compressed');
    for (const [path, status] of [
      ['/', 200],
      [`/u/${open.id}`, 200],
      [`/u/${open.id}/watch`, 200],
      [`/u/${hidden.id}`, 404],
      [`/u/${hidden.id}/watch`, 404],
      ['/u/abc', 404],
      ['/new/pulsar', 200],
      ['/u/abc/else', 404],
      ['/nothing', 404],
    ] as const) {
      const answer = await ann.call('GET', path);
      expect([path, answer.status, answer.body, answer.headers.get('cache-control')]).toEqual([
        path,
        status,
        '<!doctype html>page',
        'no-cache',
      ]);
    }
    const script = await fetch(`${server.url}/assets/main-abcd1234.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await script.text()).toBe('script');
    expect((await ann.call('POST', '/nothing', {})).status).toBe(404);
  });

  it('are cross-origin isolated, allow scripts from this origin alone, and let no other origin read', async () => {
    for (const path of ['/', '/healthz', '/api/v1/templates', '/assets/thumbnails/none.webp']) {
      const { headers } = await ann.call('GET', path, undefined, { origin: 'http://elsewhere.example' });
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("script-src 'self' blob:;");
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
