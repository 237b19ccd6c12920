import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import type { StoryboardDetail } from '../../../shared/api/universes/storyboard-schemas.ts';
import { storyboardLimits } from '../../../shared/api/universes/universe.ts';
import { storyboardContentLimits, type StoryboardContent } from '../../../shared/universe/index.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const rise: StoryboardContent = {
  title: 'A rise',
  duration: 12,
  loop: true,
  points: [
    { id: 'low', at: 0, transition: 'cut', state: { gravity: 1, 'well:well-1:x': -3 } },
    { id: 'high', at: 8, transition: 'eased', state: { gravity: 20, 'well:well-1:x': 3, zoom: 2 } },
  ],
};
const titled = (title: string): StoryboardContent => ({ ...rise, title });

async function makeUniverse(): Promise<{ owner: Visitor; id: string; path: (rest?: string) => string }> {
  const owner = await createGuest(server.url);
  const { id } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  return { owner, id, path: (rest = '') => `/api/v1/universes/${id}/storyboards${rest}` };
}

async function keep(owner: Visitor, path: string, content = rise): Promise<StoryboardDetail> {
  const answer = await owner.call('POST', path, { content });
  expect(answer.status).toBe(201);
  return routes.saveStoryboard.response.parse(answer.body);
}

const listed = async (visitor: Visitor, path: string) =>
  routes.listStoryboards.response.parse((await visitor.call('GET', path)).body).storyboards;

describe('stored storyboards', () => {
  it('are returned as they were sent, in order of creation', async () => {
    const { owner, path } = await makeUniverse();
    const kept = await keep(owner, path());
    expect(kept).toMatchObject({ title: 'A rise', duration: 12, pointCount: 2, version: 1, content: rise });
    const { content: _, ...summary } = kept;
    const second = await keep(owner, path(), titled('Another'));
    expect(await listed(owner, path())).toMatchObject([summary, { id: second.id, title: 'Another' }]);
    expect((await owner.call('GET', path(`/${kept.id}`))).body).toEqual(kept);
  });

  it('have versions, any of which can be restored as the newest', async () => {
    const { owner, path } = await makeUniverse();
    const { id } = await keep(owner, path());
    const changed = await owner.call('PUT', path(`/${id}`), { content: titled('A fall'), basedOn: 1 });
    expect(changed.body).toMatchObject({ version: 2, title: 'A fall' });
    const me = (await owner.call<{ id: string }>('GET', '/api/v1/me')).body;
    const { versions } = routes.listStoryboardVersions.response.parse((await owner.call('GET', path(`/${id}/versions`))).body);
    expect(versions).toMatchObject([
      { version: 2, title: 'A fall', author: { id: me.id } },
      { version: 1, title: 'A rise' },
    ]);
    const restored = await owner.call('POST', path(`/${id}/versions/1/restore`));
    expect(restored.body).toMatchObject({ version: 3, title: 'A rise', content: rise });
    expect((await owner.call('POST', path(`/${id}/versions/9/restore`))).status).toBe(404);
    expect((await owner.call('POST', path(`/${id}/versions/x/restore`))).status).toBe(404);
  });

  it('are not overwritten by an update based on an older version', async () => {
    const { owner, path } = await makeUniverse();
    const { id } = await keep(owner, path());
    const answers = await Promise.all(
      ['One', 'Two'].map((title) => owner.call<ErrorBody>('PUT', path(`/${id}`), { content: titled(title), basedOn: 1 })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const refused = answers.find(({ status }) => status === 409)!.body;
    expect(refused.error.issues).toEqual([
      { path: 'basedOn', rule: 'must be the newest version', reason: 'outdated-version', params: {}, value: 1 },
    ]);
    expect(await listed(owner, path())).toMatchObject([{ version: 2 }]);
  });

  it('are limited in number, as are their versions', async () => {
    const { owner, path } = await makeUniverse();
    const { id } = await keep(owner, path());
    const most = storyboardLimits.versions.max;
    for (let version = 1; version <= most; version++) {
      await owner.call('PUT', path(`/${id}`), { content: titled(`Take ${version + 1}`), basedOn: version });
    }
    const { versions } = (await owner.call<RouteResponse<'listStoryboardVersions'>>('GET', path(`/${id}/versions`))).body;
    expect([versions.length, versions[0]!.version, versions.at(-1)!.version]).toEqual([most, most + 1, 2]);
    for (let more = 1; more < storyboardLimits.kept.max; more++) await owner.call('POST', path(`/${id}/duplicate`));
    const full = await owner.call<ErrorBody>('POST', path(), { content: rise });
    expect([full.status, full.body.error.message]).toEqual([409, 'A universe keeps at most 20 storyboards. Delete one first.']);
    expect((await listed(owner, path())).length).toBe(storyboardLimits.kept.max);
  });

  it('are copied and deleted', async () => {
    const { owner, path } = await makeUniverse();
    const { id } = await keep(owner, path(), titled('x'.repeat(storyboardContentLimits.title.max)));
    const copy = await owner.call<StoryboardDetail>('POST', path(`/${id}/duplicate`));
    expect(copy.status).toBe(201);
    expect(copy.body.title).toMatch(/^x{90} \(copy\)$/);
    expect(copy.body.content.points).toEqual(rise.points);
    expect((await owner.call('DELETE', path(`/${id}`))).status).toBe(200);
    expect((await owner.call('DELETE', path(`/${id}`))).status).toBe(404);
    expect(await listed(owner, path())).toMatchObject([{ id: copy.body.id }]);
  });

  it('are exported', async () => {
    const { owner, id, path } = await makeUniverse();
    const kept = await keep(owner, path());
    const exported = routes.exportMe.response.parse((await owner.call('GET', '/api/v1/me/export')).body);
    expect(exported.storyboards).toEqual([{ universeId: id, ...kept }]);
  });

  it('are readable by readers of the universe, can be changed by its editors, and belong to it alone', async () => {
    const { owner, id, path } = await makeUniverse();
    await owner.call('PATCH', `/api/v1/universes/${id}`, { linkRole: 'viewer' });
    const kept = await keep(owner, path());
    const viewer = await createGuest(server.url);
    const changes = [
      ['POST', '', { content: rise }],
      ['PUT', `/${kept.id}`, { content: rise, basedOn: 1 }],
      ['DELETE', `/${kept.id}`, undefined],
      ['POST', `/${kept.id}/duplicate`, undefined],
      ['POST', `/${kept.id}/versions/1/restore`, undefined],
    ] as const;
    for (const [method, rest, body] of changes) expect((await viewer.call(method, path(rest), body)).status).toBe(403);
    for (const rest of ['', `/${kept.id}`, `/${kept.id}/versions`]) {
      for (const visitor of [viewer, createVisitor(server.url)]) expect((await visitor.call('GET', path(rest))).status).toBe(200);
    }
    const other = await makeUniverse();
    expect((await other.owner.call('GET', other.path(`/${kept.id}`))).status).toBe(404);
    expect((await other.owner.call('DELETE', other.path(`/${kept.id}`))).status).toBe(404);
    await owner.call('PATCH', `/api/v1/universes/${id}`, { isPublic: false });
    for (const rest of ['', `/${kept.id}`, `/${kept.id}/versions`]) expect((await viewer.call('GET', path(rest))).status).toBe(404);
    for (const [method, rest, body] of changes) expect((await viewer.call(method, path(rest), body)).status).toBe(404);
  });

  it('are rejected with path, rule and value if invalid, and nothing is stored', async () => {
    const { owner, path } = await makeUniverse();
    const late = { ...rise, points: [{ ...rise.points[0]!, at: 13 }] };
    const wild = { ...rise, points: [{ ...rise.points[0]!, state: { gravity: 1e9 } }] };
    for (const [content, field] of [
      [late, 'content.duration'],
      [wild, 'content.points.0.state.gravity'],
      [{ ...rise, title: '  ' }, 'content.title'],
    ] as const) {
      const answer = await owner.call<ErrorBody>('POST', path(), { content });
      expect([answer.status, answer.body.error.issues[0]?.path]).toEqual([400, field]);
    }
    expect(await listed(owner, path())).toEqual([]);
  });
});
