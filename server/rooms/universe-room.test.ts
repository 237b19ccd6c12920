import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import type { EditRequest } from '../../shared/room/messages.ts';
import { documentOfState } from '../../shared/room/read-document.ts';
import { refuse } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';
import type { Edit } from '../../shared/universe/index.ts';
import { createGuest, createVisitor, join, type Listener, startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts';

let server: TestServer;
let owner: Visitor;
let friend: Visitor;

beforeAll(async () => {
  server = await startTestServer();
  owner = await createGuest(server.url);
  friend = await createGuest(server.url);
});
afterAll(() => server.stop());

async function newUniverse(): Promise<string> {
  const { body } = await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' });
  return body.id;
}

const request = (clientSequence: number, edit: Edit, clientId = 'client-one'): EditRequest => ({ clientId, clientSequence, edit });
const gravity = (value: number): Edit => ({ kind: 'parameters.set', values: { gravity: value } });
const editsOf = (listener: Listener) => listener.heard.edits.flatMap(({ edits }) => edits);
const leave = (...listeners: Listener[]) => Promise.all(listeners.map(({ room }) => room.leave()));

it('sends a welcome with the document at the start of the run, and confirms ticks while playing', async () => {
  const universeId = await newUniverse();
  const one = await join(server.url, owner, { universeId });
  const welcome = one.heard.welcome[0]!;
  expect(welcome).toMatchObject({
    epoch: 1,
    edits: [],
    snapshot: null,
    playing: true,
    role: 'owner',
    universe: { id: universeId, name: 'Pulsar' },
  });
  expect(welcome.document.parameters.tempo).toBe(124);
  const first = await one.until(() => one.heard.confirm[0]);
  const startMs = performance.now();
  await one.until(() => (one.heard.confirm.at(-1)?.tick ?? -1) >= first.tick + 60);
  expect(performance.now() - startMs).toBeGreaterThan(800);
  expect(performance.now() - startMs).toBeLessThan(4000);
  await leave(one);
});

it('sends edits to all members with the same tick and order, before it confirms that tick', async () => {
  const universeId = await newUniverse();
  const one = await join(server.url, owner, { universeId });
  const two = await join(server.url, friend, { universeId });
  for (let index = 1; index <= 5; index += 1) {
    one.send('edit', request(index, gravity(index)));
    two.send('edit', request(index, { kind: 'parameters.set', values: { tempo: 100 + index } }, 'client-two'));
  }
  await one.until(() => editsOf(one).length === 10);
  await two.until(() => editsOf(two).length === 10);
  expect(editsOf(two)).toEqual(editsOf(one));
  expect(editsOf(one).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const lastTick = editsOf(one).at(-1)!.tick;
  await one.until(() => (one.heard.confirm.at(-1)?.tick ?? -1) > lastTick);
  for (const listener of [one, two]) {
    let confirmed = 0;
    for (const { name, payload } of listener.order) {
      if (name === 'confirm') confirmed = (payload as { tick: number }).tick;
      if (name === 'edits')
        for (const { tick } of (payload as { edits: { tick: number }[] }).edits) expect(tick).toBeGreaterThan(confirmed);
    }
  }
  await two.until(() => two.room.state.physics.gravity === 5 && two.room.state.music.tempo === 105);
  expect(two.room.state.editedBy.get('gravity')?.memberId).toBe(one.heard.welcome[0]!.memberId);
  const { document } = one.heard.welcome[0]!;
  expect(documentOfState(two.room.state)).toEqual({ ...document, parameters: { ...document.parameters, gravity: 5, tempo: 105 } });
  const { body } = await owner.call<UniverseDetail>('GET', `/api/v1/universes/${universeId}`);
  expect(body.document.parameters).toMatchObject({ gravity: 5, tempo: 105 });
  await leave(one, two);
});

it('lets a spectator watch, and rejects their changes', async () => {
  const universeId = await newUniverse();
  const one = await join(server.url, owner, { universeId });
  const watcher = await join(server.url, owner, { universeId, as: 'spectate' });
  expect(watcher.heard.welcome[0]!.role).toBe('spectator');
  watcher.send('edit', request(1, gravity(3)));
  watcher.send('transport', { playing: false });
  await watcher.until(() => watcher.heard.refused.length === 2);
  expect(watcher.heard.refused.map(({ clientSequence, error }) => [clientSequence, error.code])).toEqual([
    [1, 'not-allowed'],
    [null, 'not-allowed'],
  ]);
  one.send('edit', request(1, gravity(4)));
  await watcher.until(() => editsOf(watcher).length === 1);
  expect(watcher.room.state.playing).toBe(true);
  await leave(one, watcher);
});

it('rejects malformed, non-finite, out-of-range and impossible input with its path, and changes nothing', async () => {
  const universeId = await newUniverse();
  const one = await join(server.url, owner, { universeId });
  const bad: [unknown, string][] = [
    [request(1, gravity(21)), 'edit.values.gravity'],
    [request(2, gravity(Number.NaN)), 'edit.values.gravity'],
    [request(3, gravity(Number.POSITIVE_INFINITY)), 'edit.values.gravity'],
    [request(4, { kind: 'parameters.set', values: { warp: 1 } } as never), 'edit.values.warp'],
    [request(5, { kind: 'explode' } as never), 'edit.kind'],
    [request(6, { kind: 'well.remove', id: 'nobody' }), 'id'],
    ['nonsense', ''],
  ];
  for (const [payload] of bad) one.send('edit', payload);
  one.send('cursor', { x: Number.NaN, y: 0, z: 0, visible: true, editing: '' });
  one.send('profile', { name: 'Nothing\0' });
  one.room.send('explode', {});
  await one.until(() => one.heard.refused.length === bad.length + 3);
  const answers = one.heard.refused.map(({ clientSequence, error }) => [clientSequence, error.issues[0]?.path]);
  for (const [payload, path] of bad) expect(answers).toContainEqual([(payload as Partial<EditRequest>).clientSequence ?? null, path]);
  expect(one.heard.refused.find(({ clientSequence }) => clientSequence === 2)!.error.issues[0]!.value).toBe('NaN');
  one.send('edit', request(8, gravity(2)));
  await one.until(() => editsOf(one).length === 1);
  expect(editsOf(one)[0]!.sequence).toBe(1);
  await leave(one);
});

it('acknowledges a repeated edit again and applies it once, in the same run and in the next', async () => {
  const universeId = await newUniverse();
  const one = await join(server.url, owner, { universeId });
  const add: Edit = { kind: 'well.add', well: { ...one.heard.welcome[0]!.document.wells[0]!, id: 'another' } };
  one.send('edit', request(1, add));
  await one.until(() => editsOf(one).length === 1);
  one.send('edit', request(1, add));
  await one.until(() => editsOf(one).length === 2);
  expect(editsOf(one)[1]).toEqual(editsOf(one)[0]);
  await leave(one);
  await new Promise((resolve) => setTimeout(resolve, 300));

  const again = await join(server.url, owner, { universeId });
  expect(again.heard.welcome[0]).toMatchObject({ epoch: 2, edits: [] });
  expect(again.heard.welcome[0]!.document.wells.filter(({ id }) => id === 'another')).toHaveLength(1);
  again.send('edit', request(1, add));
  await again.until(() => again.heard.acknowledged.length === 1);
  expect(again.heard.acknowledged[0]).toEqual({ clientId: 'client-one', clientSequences: [1] });
  expect(again.heard.refused).toEqual([]);
  await leave(again);
});

it('pauses and plays for all members, and accepts edits while paused', async () => {
  const universeId = await newUniverse();
  const one = await join(server.url, owner, { universeId });
  const two = await join(server.url, friend, { universeId });
  two.send('transport', { playing: false });
  const paused = await one.until(() => one.heard.confirm.find(({ playing }) => !playing));
  one.send('edit', request(1, gravity(7)));
  await two.until(() => editsOf(two).length === 1);
  expect(editsOf(two)[0]!.tick).toBeGreaterThan(paused.tick);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(one.heard.confirm.at(-1)?.tick).toBe(paused.tick);
  one.send('transport', { playing: true });
  await two.until(() => (two.heard.confirm.at(-1)?.tick ?? -1) > editsOf(two)[0]!.tick);
  await leave(one, two);
});

it('keeps a disconnected member for a while, and removes the old one when the user joins again', async () => {
  const universeId = await newUniverse();
  const one = await join(server.url, owner, { universeId });
  const two = await join(server.url, friend, { universeId });
  one.send('edit', request(1, gravity(1)));
  await two.until(() => editsOf(two).length === 1);
  const lost = two.heard.welcome[0]!.memberId;
  two.room.connection.transport.close();
  await one.until(() => one.room.state.members.get(lost)?.connected === false);
  const back = await join(server.url, friend, { universeId, epoch: 1 });
  expect(back.heard.welcome[0]!.epoch).toBe(1);
  expect(back.heard.welcome[0]!.edits).toHaveLength(1);
  await one.until(() => !one.room.state.members.has(lost) && one.room.state.members.size === 2);
  await leave(one, back);
});

it('notifies the member whose hash differs from the others', async () => {
  const universeId = await newUniverse();
  const listeners = [
    await join(server.url, owner, { universeId }),
    await join(server.url, friend, { universeId }),
    await join(server.url, friend, { universeId }),
  ];
  await listeners[2]!.until(() => (listeners[2]!.heard.confirm.at(-1)?.tick ?? -1) > 10);
  for (const [index, { send }] of listeners.entries())
    send('hash', { tick: 10, hash: index === 0 ? 'aaaaaaaaaaaaaaaa' : 'bbbbbbbbbbbbbbbb' });
  const refused = await listeners[0]!.until(() => listeners[0]!.heard.refused[0]);
  expect(refused).toMatchObject({ clientSequence: null, error: { code: 'conflict', issues: [{ path: 'hash' }] } });
  listeners[0]!.send('resync', {});
  await listeners[0]!.until(() => listeners[0]!.heard.welcome.length === 2);
  await leave(...listeners);
});

it('rejects joining without an identity, an unknown or private universe, invalid options, and another origin', async () => {
  const universeId = await newUniverse();
  const stranger = createVisitor(server.url);
  await expect(join(server.url, stranger, { universeId })).rejects.toMatchObject({ code: 401 });
  await expect(join(server.url, friend, { universeId: 'nowhere' })).rejects.toMatchObject({
    code: 404,
    message: writeRefusal(refuse('no-universe')),
  });
  await expect(join(server.url, friend, { universeId, as: 'god' } as never)).rejects.toMatchObject({ code: 400 });
  await expect(join(server.url, friend, { universeId: 'nothing\0' })).rejects.toMatchObject({ code: 400 });
  await owner.call('PATCH', `/api/v1/universes/${universeId}`, { isPublic: false });
  await expect(join(server.url, friend, { universeId })).rejects.toMatchObject({ code: 404 });
  const foreign = await owner.call('POST', '/matchmake/joinOrCreate/universe', { universeId }, { origin: 'http://elsewhere.example' });
  expect(foreign.status).toBe(403);
  const created = await owner.call('POST', '/matchmake/create/universe', { universeId });
  expect(created.status).not.toBe(200);
});

it('lets one connection in with a ticket, and only once', async () => {
  const universeId = await newUniverse();
  const ticket = await owner.call<Record<'sessionId' | 'roomId' | 'processId', string>>('POST', '/matchmake/joinOrCreate/universe', {
    universeId,
  });
  const { sessionId, roomId, processId } = ticket.body;
  const address = `${server.url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=`;
  /** Opens a connection and tells whether it is let in: the first message then is 10 (join), and 11 is an error. */
  const enter = (id: string) =>
    new Promise<{ socket: WebSocket; isIn: boolean }>((resolve) => {
      const socket = new WebSocket(address + id, { headers: { cookie: owner.cookie } } as unknown as string[]);
      socket.binaryType = 'arraybuffer';
      socket.onmessage = ({ data }) => resolve({ socket, isIn: new Uint8Array(data as ArrayBuffer)[0] === 10 });
      socket.onclose = () => resolve({ socket, isIn: false });
    });
  expect((await enter('guessed')).isIn).toBe(false);
  const first = await enter(sessionId);
  expect(first.isIn).toBe(true);
  expect((await enter(sessionId)).isIn).toBe(false);
  first.socket.close();
});

it('makes viewers of connected editors, and disconnects users from whom the universe is hidden', async () => {
  const universeId = await newUniverse();
  const one = await join(server.url, owner, { universeId });
  const two = await join(server.url, friend, { universeId });
  await owner.call('PATCH', `/api/v1/universes/${universeId}`, { linkRole: 'viewer' });
  two.send('edit', request(1, gravity(3)));
  expect((await two.until(() => two.heard.refused[0])).error.code).toBe('not-allowed');
  const left = new Promise<number>((resolve) => two.room.onLeave((code) => resolve(code)));
  await owner.call('PATCH', `/api/v1/universes/${universeId}`, { isPublic: false });
  expect(await left).toBe(4404);
  one.send('edit', request(1, gravity(3)));
  await one.until(() => editsOf(one).length === 1);
  await leave(one);
});
