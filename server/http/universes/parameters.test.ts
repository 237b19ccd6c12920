import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import { groupSchemas, parameterGroups, registry } from '../../../shared/parameters/index.ts';
import { createGuest, createVisitor, join, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
/** The owner of the universes, and a user who opens them by their link. */
let ann: Visitor, bob: Visitor;

beforeAll(async () => {
  server = await startTestServer();
  [ann, bob] = await Promise.all([createGuest(server.url), createGuest(server.url)]);
});
afterAll(() => server.stop());

const create = async () => (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body.id;
const pathOf = (id: string, group: string) => `/api/v1/universes/${id}/parameters/${group}`;
const read = (visitor: Visitor, id: string, group = 'physics') => visitor.call<Record<string, unknown>>('GET', pathOf(id, group));
const write = <T = Record<string, unknown>>(visitor: Visitor, id: string, group: string, body: unknown, headers = {}) =>
  visitor.call<T>('PATCH', pathOf(id, group), body, headers);
const documentOf = async (id: string) => (await ann.call<UniverseDetail>('GET', `/api/v1/universes/${id}`)).body.document;

describe('without a room', () => {
  it('are read one group at a time, as in the registry, and other groups do not exist', async () => {
    const id = await create();
    const { parameters } = await documentOf(id);
    for (const group of parameterGroups) {
      const { body } = await read(createVisitor(server.url), id, group);
      expect(groupSchemas[group].values.parse(body)).toEqual(body);
      expect(Object.keys(body)).toEqual(Object.keys(registry[group]));
      expect(parameters).toMatchObject(body);
    }
    expect((await read(ann, id, 'weather')).status).toBe(404);
  });

  it('are changed by an edit in the journal, and in the document at once', async () => {
    const id = await create();
    const before = await documentOf(id);
    const answer = await write(ann, id, 'physics', { gravity: 3, wind: undefined, bounds: 'torus' });
    expect(answer.status).toBe(200);
    expect(routes.updateParameters.response.parse(answer.body)).toMatchObject({ gravity: 3, bounds: 'torus' });
    expect((await write(ann, id, 'music', { tempo: 90 })).body).toMatchObject({ tempo: 90 });
    expect(await documentOf(id)).toEqual({ ...before, parameters: { ...before.parameters, gravity: 3, bounds: 'torus', tempo: 90 } });
    const one = await join(server.url, ann, { universeId: id });
    expect(one.heard.welcome[0]).toMatchObject({ epoch: 3, edits: [] });
    expect(one.heard.welcome[0]!.document.parameters).toMatchObject({ gravity: 3, tempo: 90 });
    await one.room.leave();
  });

  it('keep all of many concurrent changes', async () => {
    const id = await create();
    const values = Array.from({ length: 12 }, (_, index) => index + 1);
    const answers = await Promise.all(
      values.map((value) => write(ann, id, value % 2 ? 'physics' : 'music', value % 2 ? { gravity: value } : { tempo: 60 + value })),
    );
    expect(answers.map(({ status }) => status)).toEqual(values.map(() => 200));
    const { rows } = await server.query('select edit from edit_journal where universe_id = $1 order by sequence', [id]);
    const kept = (rows as { edit: { values: { gravity?: number; tempo?: number } } }[]).map(({ edit }) => edit.values);
    expect(kept.map(({ gravity, tempo }) => gravity ?? tempo! - 60).toSorted((a, b) => a - b)).toEqual(values);
    expect((await documentOf(id)).parameters).toMatchObject(Object.assign({}, ...kept));
  });

  it('are rejected with path, rule and value, and nothing changes', async () => {
    const id = await create();
    const before = await documentOf(id);
    for (const [group, body, path, value] of [
      ['physics', { gravity: 21 }, 'gravity', 21],
      ['physics', { tempo: 90 }, 'tempo', 90],
      ['music', { tempo: 90, scale: 'blue' }, 'scale', 'blue'],
      ['music', {}, '', null],
      ['visualization', { glowColour: 'red' }, 'glowColour', 'red'],
    ] as const) {
      const answer = await write<ErrorBody>(ann, id, group, body);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.body.error.issues).toContainEqual(
        expect.objectContaining({ path, rule: expect.any(String), reason: expect.any(String), value }),
      );
    }
    expect(await documentOf(id)).toEqual(before);
  });

  it('can be changed by editors, and do not exist for users who may not see the universe', async () => {
    const id = await create();
    expect((await write(bob, id, 'physics', { gravity: 1 })).status).toBe(200);
    await ann.call('PATCH', `/api/v1/universes/${id}`, { linkRole: 'viewer' });
    expect((await write(bob, id, 'physics', { gravity: 2 })).status).toBe(403);
    expect((await read(bob, id)).body.gravity).toBe(1);
    await ann.call('PATCH', `/api/v1/universes/${id}`, { isPublic: false });
    expect([(await write(bob, id, 'physics', { gravity: 2 })).status, (await read(bob, id)).status]).toEqual([404, 404]);
  });
});

describe('with a room', () => {
  it('are ordered by the room like any edit, and reach its members at once and the next run', async () => {
    const id = await create();
    const one = await join(server.url, ann, { universeId: id });
    const hand = (clientSequence: number, gravity: number) => ({
      clientId: 'client-one',
      clientSequence,
      edit: { kind: 'parameters.set' as const, values: { gravity } },
    });
    one.send('edit', hand(1, 4));
    const heard = () => one.heard.edits.flatMap((message) => message.edits);
    await one.until(() => heard().length === 1);
    expect((await write(bob, id, 'physics', { gravity: 5 })).body.gravity).toBe(5);
    one.send('edit', hand(2, 6));
    // The edits of one batch come in one message.
    await one.until(() => heard().length === 3);
    expect(heard().map(({ sequence, edit }) => [sequence, edit])).toEqual([4, 5, 6].map((value, at) => [at + 1, hand(1, value).edit]));
    await one.until(() => one.room.state.physics.gravity === 6);
    expect((await write(bob, id, 'physics', { gravity: 7 })).status).toBe(200);
    await one.until(() => one.room.state.physics.gravity === 7 && !one.room.state.editedBy.has('gravity'));
    expect(one.heard.welcome).toHaveLength(1);
    await one.room.leave();
    expect((await documentOf(id)).parameters.gravity).toBe(7);
  });

  it('lose no change while the room opens and closes', async () => {
    const id = await create();
    let sent = 0;
    for (let round = 0; round < 4; round += 1) {
      const joining = join(server.url, ann, { universeId: id });
      for (let at = 0; at < 3; at += 1) expect((await write(ann, id, 'physics', { gravity: (sent += 1) % 20 })).status).toBe(200);
      const one = await joining;
      expect(one.heard.refused).toEqual([]);
      const leaving = one.room.leave();
      expect((await write(ann, id, 'physics', { gravity: (sent += 1) % 20 })).status).toBe(200);
      await leaving;
    }
    expect((await documentOf(id)).parameters.gravity).toBe(sent % 20);
  });
});

describe('entity tags', () => {
  const universePath = (id: string) => `/api/v1/universes/${id}`;
  const tagAt = async (path: string) => (await ann.call('GET', path)).headers.get('etag')!;

  it('are strong, change with the content, and give 304 for unchanged content', async () => {
    const id = await create();
    for (const path of [universePath(id), pathOf(id, 'physics')]) {
      const first = await tagAt(path);
      expect(first).toMatch(/^"[\w.-]+"$/);
      expect(await tagAt(path)).toBe(first);
      const spared = await ann.call('GET', path, undefined, { 'if-none-match': first });
      expect([spared.status, spared.body, spared.headers.get('etag')]).toEqual([304, '', first]);
      await write(ann, id, 'physics', { gravity: 2 + (await documentOf(id)).parameters.gravity });
      expect(await tagAt(path)).not.toBe(first);
      expect((await ann.call('GET', path, undefined, { 'if-none-match': first })).status).toBe(200);
    }
  });

  it.each([
    ['of a room', true],
    ['without a room', false],
  ])('reject a change of parameters that others changed meanwhile, in the journal %s', async (_where, isOpen) => {
    const id = await create();
    const one = isOpen ? await join(server.url, ann, { universeId: id }) : null;
    const tag = await tagAt(pathOf(id, 'physics'));
    const musicTag = await tagAt(pathOf(id, 'music'));
    const both = await Promise.all([1, 2].map((gravity) => write<ErrorBody>(ann, id, 'physics', { gravity }, { 'if-match': tag })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const refused = both.find(({ status }) => status === 412)!;
    expect(refused.body.error.code).toBe('changed-meanwhile');
    const made = both.find(({ status }) => status === 200)!;
    expect(made.headers.get('etag')).toBe(await tagAt(pathOf(id, 'physics')));
    const next = await write(ann, id, 'physics', { gravity: 9 }, { 'if-match': `"other", ${made.headers.get('etag')}` });
    expect(next.status).toBe(200);
    expect((await write(ann, id, 'music', { tempo: 77 }, { 'if-match': musicTag })).status).toBe(200);
    expect((await write(ann, id, 'music', { tempo: 78 }, { 'if-match': `W/${await tagAt(pathOf(id, 'music'))}` })).status).toBe(412);
    expect((await write(ann, id, 'music', { tempo: 78 }, { 'if-match': '*' })).status).toBe(200);
    await one?.room.leave();
  });

  it('reject an update or deletion of a universe whose description changed meanwhile, but not because of a parameter', async () => {
    const id = await create();
    const { revision } = (await ann.call<UniverseDetail>('GET', universePath(id))).body;
    const whole = await tagAt(universePath(id));
    const patch = (tag: string, body: object = { name: 'Mine' }) =>
      ann.call<ErrorBody & { name: string; revision: number }>('PATCH', universePath(id), body, { 'if-match': tag });
    await write(ann, id, 'physics', { gravity: 2 });
    const [one, two] = await Promise.all([patch(whole, { name: 'One' }), patch(`"${revision}"`, { name: 'Two' })]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([200, 412]);
    const { name } = (one.status === 200 ? one : two).body;
    const after = (await ann.call<UniverseDetail>('GET', universePath(id))).body;
    expect([after.name, after.revision]).toEqual([name, revision + 1]);
    for (const tag of [whole, `"${revision}"`, '"nonsense"', `W/"${revision + 1}"`]) {
      expect([(await patch(tag)).status, (await ann.call('DELETE', universePath(id), undefined, { 'if-match': tag })).status]).toEqual([
        412, 412,
      ]);
    }
    const bad = await patch('nonsense');
    expect([bad.status, bad.body.error.issues]).toEqual([400, [expect.objectContaining({ path: 'if-match', value: 'nonsense' })]]);
    expect((await bob.call('PATCH', universePath(id), { name: 'Bob' }, { 'if-match': whole })).status).toBe(403);
    expect((await ann.call('DELETE', universePath(id), undefined, { 'if-match': `"1", "${revision + 1}"` })).status).toBe(200);
  });
});
