import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { Edit } from '../../../shared/universe/index.ts';
import { createGuest, join, type Listener, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let owner: Visitor;
let friend: Visitor;

beforeAll(async () => {
  server = await startTestServer({ REPLAY_SECONDS: '1' });
  owner = await createGuest(server.url);
  friend = await createGuest(server.url);
});
afterAll(() => server.stop());

const edit = (clientSequence: number, gravity: number) => {
  const change: Edit = { kind: 'parameters.set', values: { gravity } };
  return { clientId: 'client-one', clientSequence, edit: change };
};

/** Creates a room with one member, past the age at which newcomers are spared the replay. */
async function longRun(): Promise<{ universeId: string; one: Listener }> {
  const { body } = await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' });
  const one = await join(server.url, owner, { universeId: body.id });
  one.send('edit', edit(1, 1));
  await one.until(() => one.heard.confirm.some(({ tick }) => tick > 70));
  one.send('edit', edit(2, 2));
  const { tick: lastTick } = await one.until(() => one.heard.edits[1]?.edits[0]);
  await one.until(() => (one.heard.confirm.at(-1)?.tick ?? -1) >= lastTick);
  return { universeId: body.id, one };
}

const state = 'bytes';
/** Returns the headers of a part of a snapshot: by default all of it. */
const says = (tick: number | string, sequence: number, { hash = 'a', from = 0, to = state.length } = {}) => ({
  'content-type': 'application/octet-stream',
  'content-range': `bytes ${from}-${to - 1}/${state.length}`,
  'x-tick': String(tick),
  'x-sequence': String(sequence),
  'x-hash': hash.repeat(16),
});

it('gives a newcomer the snapshot of a member with later edits, and the whole log on request', async () => {
  const { universeId, one } = await longRun();
  const joining = join(server.url, friend, { universeId });
  const { url } = await one.until(() => one.heard.snapshotRequest[0]);
  const tick = one.heard.edits[1]!.edits[0]!.tick - 1;
  expect((await friend.call('POST', url, state, says(tick, 1))).status).toBe(404);
  for (const wrong of [says('soon', 1), says(tick, 1, { hash: '?' }), says(tick, 1, { to: 3 }), says(tick, 1, { from: 5, to: 2 })])
    expect((await owner.call('POST', url, state, wrong)).status).toBe(400);
  expect((await owner.call('POST', url, 'by', says(tick, 1, { to: 2 }))).status).toBe(204);
  expect((await owner.call('POST', url, 'by', says(tick, 1, { to: 2 }))).status).toBe(409);
  expect((await owner.call('POST', url, 'tes', says(tick, 1, { from: 2 }))).status).toBe(204);
  const two = await joining;
  const { snapshot, edits, document } = two.heard.welcome[0]!;
  expect(snapshot).toMatchObject({ tick, sequence: 1 });
  expect(edits.map(({ sequence }) => sequence)).toEqual([2]);
  expect(document.parameters.gravity).toBe(2);
  two.send('log', {});
  const log = await two.until(() => two.heard.log[0]);
  expect(log.edits.map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(log.document).toEqual(one.heard.welcome[0]!.document);
  expect((await owner.call('GET', snapshot!.url)).status).toBe(404);
  const fetched = await friend.call('GET', snapshot!.url);
  expect([fetched.status, fetched.body, fetched.headers.get('x-tick')]).toEqual([200, state, String(tick)]);
  const part = await friend.call('GET', snapshot!.url, undefined, { range: 'bytes=1-2' });
  expect([part.status, part.body, part.headers.get('content-range')]).toEqual([206, 'yt', 'bytes 1-2/5']);
  expect((await friend.call('GET', snapshot!.url, undefined, { range: 'bytes=7-9' })).status).toBe(400);
  await Promise.all([one.room.leave(), two.room.leave()]);
});

it('gives the whole log if the snapshot does not fit the log or does not arrive', async () => {
  const { universeId, one } = await longRun();
  const joining = join(server.url, friend, { universeId });
  const { url } = await one.until(() => one.heard.snapshotRequest[0]);
  await owner.call('POST', url, state, says(1, 2));
  const two = await joining;
  expect(two.heard.welcome[0]).toMatchObject({ snapshot: null, edits: [{ sequence: 1 }, { sequence: 2 }] });
  const three = await join(server.url, friend, { universeId });
  expect(three.heard.welcome[0]).toMatchObject({ snapshot: null, edits: [{ sequence: 1 }, { sequence: 2 }] });
  await Promise.all([one, two, three].map(({ room }) => room.leave()));
});

it('offers a snapshot only if most others have the same hash', async () => {
  const { universeId, one } = await longRun();
  // Only editors are asked for a snapshot.
  await owner.call('PATCH', `/api/v1/universes/${universeId}`, { linkRole: 'viewer' });
  const witnesses = [await join(server.url, friend, { universeId, epoch: 1 }), await join(server.url, friend, { universeId, epoch: 1 })];
  /** Joins a newcomer; the owner reports hash `a`, the others the given ones. */
  const come = async (heard: number, said: string[]) => {
    const joining = join(server.url, owner, { universeId });
    const { url, tick } = await one.until(() => one.heard.snapshotRequest[heard]);
    for (const [index, witness] of witnesses.entries()) {
      const asked = await witness.until(() => witness.heard.hashRequest[heard]);
      expect(asked).toEqual({ tick });
      witness.send('hash', { tick, hash: said[index]!.repeat(16) });
    }
    await owner.call('POST', url, state, says(tick, 2));
    const newcomer = await joining;
    await newcomer.room.leave();
    return newcomer.heard.welcome[0]!.snapshot;
  };
  expect(await come(0, ['b', 'b'])).toBeNull();
  expect(await come(1, ['b', 'a'])).toMatchObject({ sequence: 2 });
  // A newcomer right afterwards gets the same snapshot.
  const next = await join(server.url, owner, { universeId });
  expect(next.heard.welcome[0]!.snapshot).toMatchObject({ sequence: 2 });
  expect(one.heard.snapshotRequest).toHaveLength(2);
  await Promise.all([one, ...witnesses, next].map(({ room }) => room.leave()));
});

it('begins a new run for a newcomer to an empty room, and continues the old one for its members', async () => {
  const { universeId, one } = await longRun();
  const memberId = one.heard.welcome[0]!.memberId;
  one.room.connection.transport.close();
  const back = await join(server.url, owner, { universeId, epoch: 1 });
  expect(back.heard.welcome[0]).toMatchObject({ epoch: 1, edits: [{ sequence: 1 }, { sequence: 2 }] });
  expect(back.heard.welcome[0]!.memberId).not.toBe(memberId);
  // Edits that the client has are not sent again.
  const again = await join(server.url, owner, { universeId, epoch: 1, sequence: 1 });
  expect(again.heard.welcome[0]).toMatchObject({ epoch: 1, snapshot: null, edits: [{ sequence: 2 }] });
  again.room.connection.transport.close();
  back.room.connection.transport.close();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const two = await join(server.url, friend, { universeId });
  expect(two.heard.welcome[0]).toMatchObject({ epoch: 2, edits: [], document: { parameters: { gravity: 2 } } });
  await two.room.leave();
});
