import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, createCell, editOf, mayPatch, type Right, states, taken, until, ways } from '../../testing/lost-rights.ts';
import { enter, type RawMember } from '../../testing/room-access.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { startWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

/** Time after which a lost right must be gone, whatever its holder does. */
const barMs = 1000;
/** Time in which an edit is committed and sent. */
const effectMs = 300;
/** Timeout for effects that must appear, on a machine of any speed. */
const patienceMs = 8000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries to use a right on a connection. Returns a check of whether it worked. */
const attempts: Readonly<Record<Right, (member: RawMember, cell: Cell) => () => Promise<boolean> | boolean>> = {
  edit(member, { universeId }) {
    const edit = editOf();
    member.send('edit', edit);
    return async () => (await taken(server, universeId)).has(edit.clientId);
  },
  watch(member, { witness }) {
    const edit = editOf();
    member.listen();
    witness.send('edit', edit);
    return () => member.heard.has(edit.clientId);
  },
  moderate(member, { witness }) {
    member.send('mute', { memberId: witness.memberId, isMuted: true });
    return () => witness.room.state.members.get(witness.memberId)?.muted === true;
  },
};

/** Returns whether a right works on a connection, within a time. */
async function isHad(right: Right, member: RawMember, cell: Cell, withinMs: number): Promise<boolean> {
  const wasHad = attempts[right](member, cell);
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (await wasHad()) return true;
    await pause(effectMs / 3);
  }
  return false;
}

/** Returns the rights that still work, and how. */
async function rightsLeft(cell: Cell, use: () => Promise<RawMember | null>, rights: readonly Right[], cookie: string): Promise<string[]> {
  const left: string[] = [];
  const member = await use();
  const again = await enter(server.url, { cookie }, { universeId: cell.universeId }).catch(() => null);
  for (const right of rights) {
    if (member && (await isHad(right, member, cell, effectMs))) left.push(right);
    if (again && (await isHad(right, again, cell, effectMs))) left.push(`${right} after joining again`);
  }
  if (rights.includes('edit') && (await mayPatch(server, cookie, cell.universeId))) left.push('edit by a request');
  for (const one of [member, again, cell.witness]) one?.cut();
  return left;
}

describe('takes rights within a second, in any state of the connection', () => {
  it.concurrent.each(Object.entries(ways))('when %s', async (_name, way) => {
    const tried = Object.entries(states).filter(([, { notForOwners }]) => !notForOwners || way.subject !== 'owner');
    const lost = tried.map(async ([stateName, state]) => {
      const made = await createCell(server, world, way);
      const { cookie } = made.subject;
      let memberId: string | undefined;
      const asMember = async () => (await enter(server.url, made.subject, { universeId: made.universeId })).memberId;
      const cell: Cell = { ...made, memberId: async () => (memberId ??= await asMember()) };
      const prepared = await state.prepare(cell);
      memberId = prepared.memberId;
      await way.take(cell);
      await pause(barMs);
      const left = await rightsLeft(cell, prepared.use, way.takes, cookie);
      return [stateName, left];
    });
    expect(Object.fromEntries(await Promise.all(lost))).toEqual(Object.fromEntries(tried.map(([stateName]) => [stateName, []])));
  });
});

it('tries rights that exist before they are taken', async () => {
  const made = await createCell(server, world, ways['they leave']!);
  const cell = { ...made, memberId: async () => '' };
  for (const [name, state] of Object.entries(states)) {
    const { use } = await state.prepare(cell);
    const member = await use();
    for (const right of ['edit', 'watch'] as const) {
      expect([name, right, member && (await isHad(right, member, cell, patienceMs))]).toEqual([name, right, true]);
    }
    member!.cut();
  }
  await until(() => cell.witness.heard.size === 2 * Object.keys(states).length);
});
