import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UniverseDetail } from '../../shared/api/contract.ts';
import type { Edit } from '../../shared/universe/index.ts';
import { createGuest, join, type Listener, startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts';

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

/** A member alone in a universe, past the age at which a newcomer is spared the replay. */
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

const octets = { 'content-type': 'application/octet-stream' };

it('hands a newcomer a snapshot of a member, with the log beside it', async () => {
  const { universeId, one } = await longRun();
  const joining = join(server.url, friend, { universeId });
  const { url } = await one.until(() => one.heard.snapshotRequest[0]);
  const tick = one.heard.edits[1]!.edits[0]!.tick - 1;
  expect((await friend.call('POST', url, 'bytes', { ...octets, 'x-tick': String(tick), 'x-sequence': '1' })).status).toBe(404);
  expect((await owner.call('POST', url, 'bytes', { ...octets, 'x-tick': 'soon', 'x-sequence': '1' })).status).toBe(400);
  expect((await owner.call('POST', url, 'bytes', { ...octets, 'x-tick': String(tick), 'x-sequence': '1' })).status).toBe(204);
  const two = await joining;
  const { snapshot, edits } = two.heard.welcome[0]!;
  expect(snapshot).toMatchObject({ tick, sequence: 1 });
  expect(edits.map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect((await owner.call('GET', snapshot!.url)).status).toBe(404);
  const fetched = await friend.call('GET', snapshot!.url);
  expect([fetched.status, fetched.body, fetched.headers.get('x-tick')]).toEqual([200, 'bytes', String(tick)]);
  await Promise.all([one.room.leave(), two.room.leave()]);
});

it('gives the whole log where the snapshot does not fit the log, or does not come', async () => {
  const { universeId, one } = await longRun();
  const joining = join(server.url, friend, { universeId });
  const { url } = await one.until(() => one.heard.snapshotRequest[0]);
  await owner.call('POST', url, 'bytes', { ...octets, 'x-tick': '1', 'x-sequence': '2' });
  const two = await joining;
  expect(two.heard.welcome[0]).toMatchObject({ snapshot: null, edits: [{ sequence: 1 }, { sequence: 2 }] });
  const three = await join(server.url, friend, { universeId });
  expect(three.heard.welcome[0]).toMatchObject({ snapshot: null, edits: [{ sequence: 1 }, { sequence: 2 }] });
  await Promise.all([one, two, three].map(({ room }) => room.leave()));
}, 20_000);

it('begins a new run for a newcomer where nobody is in the old one, and goes on for whoever was in it', async () => {
  const { universeId, one } = await longRun();
  const memberId = one.heard.welcome[0]!.memberId;
  one.room.connection.transport.close();
  const back = await join(server.url, owner, { universeId, epoch: 1 });
  expect(back.heard.welcome[0]).toMatchObject({ epoch: 1, edits: [{ sequence: 1 }, { sequence: 2 }] });
  expect(back.heard.welcome[0]!.memberId).not.toBe(memberId);
  back.room.connection.transport.close();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const two = await join(server.url, friend, { universeId });
  expect(two.heard.welcome[0]).toMatchObject({ epoch: 2, edits: [], document: { parameters: { gravity: 2 } } });
  await two.room.leave();
});
