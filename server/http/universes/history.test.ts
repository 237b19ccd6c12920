import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { HistoryPage, Version } from '../../../shared/api/universes/history-schemas.ts';
import { createGuest, join, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';
import { stretchesOf } from '../../services/documents/stretches.ts';

let server: TestServer;
let ann: Visitor;
let ben: Visitor;
beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: '1' });
  ann = await createGuest(server.url);
  ben = await createGuest(server.url);
});
afterAll(() => server.stop());

const make = async () => (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
const set = (by: Visitor, id: string, group: string, values: object) =>
  by.call('PATCH', `/api/v1/universes/${id}/parameters/${group}`, values);
const history = async (by: Visitor, id: string, query = '') =>
  (await by.call<HistoryPage>('GET', `/api/v1/universes/${id}/history${query}`)).body;
const get = async (id: string) => (await ann.call<UniverseDetail>('GET', `/api/v1/universes/${id}`)).body;

it('lists authors and changes, newest first, in pages', async () => {
  const { id } = await make();
  await set(ann, id, 'physics', { gravity: 1 });
  await set(ann, id, 'physics', { gravity: 2, friction: 0.2 });
  await set(ben, id, 'music', { tempo: 90 });
  await set(ann, id, 'music', { tempo: 91 });
  const { moments, next } = await history(ben, id);
  expect(moments.map(({ sequence, edits, changes }) => [sequence, edits, changes])).toEqual([
    [4, 1, ['parameters/tempo']],
    [3, 1, ['parameters/tempo']],
    [2, 2, ['parameters/gravity', 'parameters/friction']],
  ]);
  expect(next).toBeNull();
  expect(new Set(moments.map(({ author }) => author?.id)).size).toBe(2);
  const first = await history(ann, id, '?limit=2');
  const second = await history(ann, id, `?limit=2&cursor=${first.next}`);
  expect([...first.moments, ...second.moments]).toEqual(moments);
});

it('restores an earlier state for all members at once, and can be undone', async () => {
  const { id, document } = await make();
  const { room, heard, until } = await join(server.url, ann, { universeId: id });
  await until(() => heard.welcome.length > 0);
  await set(ann, id, 'physics', { gravity: 1, friction: 0.3 });
  await set(ann, id, 'audio', { reverb: 0.9 });
  await set(ann, id, 'physics', { gravity: 7 });
  const late = await get(id);
  expect((await ann.call('POST', `/api/v1/universes/${id}/history/0/restore`)).status).toBe(200);
  await until(() => heard.edits.flatMap(({ edits }) => edits).length > 3);
  expect((await get(id)).document).toEqual(document);
  // All edits of the restore have the same tick.
  const restoring = heard.edits.flatMap(({ edits }) => edits).slice(3);
  expect(new Set(restoring.map(({ tick }) => tick)).size).toBe(1);
  await ann.call('POST', `/api/v1/universes/${id}/history/3/restore`);
  expect((await get(id)).document).toEqual(late.document);
  expect((await ann.call<{ edits: number }>('POST', `/api/v1/universes/${id}/history/3/restore`)).body.edits).toBe(0);
  await room.leave();
});

it('names versions, and makes remixes from them', async () => {
  const { id } = await make();
  await set(ann, id, 'physics', { gravity: 1 });
  await set(ann, id, 'physics', { gravity: 2 });
  const name = (sequence: number, words: string) =>
    ann.call<{ versions: Version[] }>('PUT', `/api/v1/universes/${id}/history/${sequence}/name`, { name: words });
  await name(1, 'Light');
  await name(0, 'Begun');
  expect((await name(1, 'Lighter')).body.versions.map(({ sequence, name: words }) => [sequence, words])).toEqual([
    [1, 'Lighter'],
    [0, 'Begun'],
  ]);
  const fork = await ben.call<UniverseDetail>('POST', '/api/v1/universes', { forkOf: id, at: 1 });
  expect([fork.status, fork.body.document.parameters.gravity, fork.body.forkedFrom?.id]).toEqual([201, 1, id]);
  const { versions } = (await ann.call<{ versions: Version[] }>('DELETE', `/api/v1/universes/${id}/history/1/name`)).body;
  expect(versions.map(({ name: words }) => words)).toEqual(['Begun']);
  // The state itself is kept.
  expect((await ann.call('POST', `/api/v1/universes/${id}/history/1/restore`)).status).toBe(200);
});

it('begins at the next edit for a universe that is older than histories', async () => {
  const { id } = await make();
  await set(ann, id, 'physics', { gravity: 1 });
  await server.query('delete from moments where universe_id = $1', [id]);
  await set(ann, id, 'physics', { gravity: 2 });
  const restore = (sequence: number) => ann.call('POST', `/api/v1/universes/${id}/history/${sequence}/restore`);
  expect((await restore(0)).status).toBe(404);
  expect((await restore(1)).status).toBe(200);
  expect((await get(id)).document.parameters.gravity).toBe(1);
});

it('answers 404 for a sequence that does not exist', async () => {
  const { id } = await make();
  for (const sequence of ['1', '99999999', 'one', '-1', '1e3', '99999999999999']) {
    expect((await ann.call('POST', `/api/v1/universes/${id}/history/${sequence}/restore`)).status, sequence).toBe(404);
    expect((await ann.call('PUT', `/api/v1/universes/${id}/history/${sequence}/name`, { name: 'No' })).status, sequence).toBe(404);
  }
  expect((await ann.call('POST', '/api/v1/universes', { forkOf: id, at: 5 })).status).toBe(404);
  expect((await ann.call('DELETE', `/api/v1/universes/${id}/history/0/name`)).status).toBe(404);
});

it('leaves out played notes, and keeps stretches of different users apart', async () => {
  const author = { id: 'a', displayName: 'Ann', colour: '#ffffff' };
  const edit = (sequence: number, userId: string, seconds: number) => ({
    sequence,
    userId,
    createdAt: new Date(seconds * 1000),
    author,
    edit: { kind: 'parameters.set', values: { gravity: sequence } } as const,
  });
  const told = stretchesOf([edit(9, 'a', 300), edit(8, 'a', 290), edit(7, 'b', 289), edit(6, 'a', 288), edit(5, 'a', 200)]);
  expect(told.map(({ first, sequence, edits }) => [first, sequence, edits])).toEqual([
    [8, 9, 2],
    [7, 7, 1],
    [6, 6, 1],
    [5, 5, 1],
  ]);
  const { id } = await make();
  const { room, heard, send, until } = await join(server.url, ann, { universeId: id });
  await until(() => heard.welcome.length > 0);
  send('edit', { clientId: 'a-client', clientSequence: 1, edit: { kind: 'note.press', midi: 60, velocity: 1 } });
  send('edit', { clientId: 'a-client', clientSequence: 2, edit: { kind: 'emitter.remove', id: (await get(id)).document.emitters[0]!.id } });
  await until(() => heard.edits.flatMap(({ edits }) => edits).length > 1);
  expect((await history(ann, id)).moments.map(({ sequence }) => sequence)).toEqual([2]);
  await room.leave();
});
