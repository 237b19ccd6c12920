import { expect, it } from 'vitest';
import { createGuest, createVisitor, type Visitor } from '../../../server/testing/test-server.ts';
import { filled } from '../../../server/testing/world.ts';
import type { RouteBody, RouteName, RouteResponse } from '../../../shared/api/contract/contract.ts';
import { routes } from '../../../shared/api/contract/contract.ts';
import type { ServerPart } from '../../../tools/cluster/servers.ts';
import type { Topology } from '../../../tools/cluster/topology.ts';
import { joinAsMember, type Member } from '../../support/members/member.ts';
import { randomEdit } from '../../support/members/random-edit.ts';
import { sleep, waitUntil } from '../../support/until.ts';
import { type Editors, startEditors } from '../editors.ts';

const patienceMs = 20_000;
const password = 'correct horse';
/** Time in which an edit is committed and sent. */
const effectMs = 500;

/** Calls a route through a certain process. @throws Error if it refuses */
async function callAt<N extends RouteName>(
  { name: node }: ServerPart,
  visitor: Visitor,
  name: N,
  params: Record<string, string> = {},
  body?: RouteBody<N>,
) {
  const answer = await visitor.call<RouteResponse<N>>(routes[name].method, `/at/${node}${filled(name, params)}`, body);
  expect([name, answer.status < 300, answer.status < 300 ? '' : answer.body]).toEqual([name, true, '']);
  return answer.body;
}

/** Lets a visitor enter the universe through a certain process. */
async function enterAt({ url }: Topology, { name }: ServerPart, { universeId, document }: Editors, { cookie }: Visitor): Promise<Member> {
  const member = joinAsMember(`${url}/at/${name}`, cookie, universeId, document);
  await waitUntil(
    () => member.status === 'online' && member.role !== '',
    patienceMs,
    () => `${member.status} ${member.sentence}`,
  );
  return member;
}

async function newAccount(url: string, email: string): Promise<Visitor> {
  const visitor = createVisitor(url);
  expect((await visitor.call('POST', routes.register.path, { email, password })).status).toBeLessThan(300);
  return visitor;
}

/** Returns the time in ms until a right that was just taken is gone. */
async function untilGone(isGone: () => boolean, standing: () => string): Promise<number> {
  const takenMs = performance.now();
  await waitUntil(isGone, patienceMs, standing);
  return performance.now() - takenMs;
}

/** Tests that rights which are taken through any process end within `barMs` in the room of another. */
export function testRights(topologyOf: () => Topology, barMs: number): void {
  it('closes a universe to its members within a second, whichever process is told that it is private', async () => {
    const editors = await startEditors(topologyOf(), 5);
    const { others } = await editors.holder();
    await callAt(others[0]!, editors.owner, 'updateUniverse', { id: editors.universeId }, { isPublic: false });
    const standing = () => editors.members.map(({ status }) => status).join();
    expect(await untilGone(() => editors.members.every(({ status }) => status === 'refused'), standing)).toBeLessThan(barMs);
    editors.leave();
  });

  it('sees a member off whom an owner kicks who came by another process, and lets them in by none', async () => {
    const topology = topologyOf();
    const editors = await startEditors(topology, 8);
    const { holder, others } = await editors.holder();
    const owner = await enterAt(topology, others[0]!, editors, editors.owner);
    const [kicked, ...rest] = editors.members as [Member, ...Member[]];
    owner.room.say('kick', { memberId: kicked.id });
    expect(
      await untilGone(
        () => kicked.status === 'refused',
        () => kicked.status,
      ),
    ).toBeLessThan(barMs);
    for (const { name } of [holder, ...others]) {
      const again = joinAsMember(`${topology.url}/at/${name}`, editors.guests[0]!.cookie, editors.universeId, editors.document);
      await waitUntil(
        () => again.status === 'refused',
        patienceMs,
        () => `${name}: ${again.status} ${again.sentence}`,
      );
      again.room.close();
    }
    expect(rest.map(({ status }) => status)).toEqual(['online', 'online', 'online']);
    owner.room.close();
    editors.leave();
  });

  it('changes a role in a room within a second, whichever process is told, and takes no edit from then on', async () => {
    const topology = topologyOf();
    const editors = await startEditors(topology, 9);
    const { universeId: id, owner } = editors;
    const { others } = await editors.holder();
    await callAt(others[0]!, owner, 'updateUniverse', { id }, { linkRole: 'viewer' });
    const standing = () => editors.members.map(({ role }) => role).join();
    expect(await untilGone(() => editors.members.every(({ role }) => role === 'viewer'), standing)).toBeLessThan(barMs);
    const { secret } = await callAt(others[0]!, owner, 'invite', { id }, { role: 'editor', days: 1, uses: 1 });
    const guest = await createGuest(topology.url);
    await callAt(others[0]!, guest, 'acceptInvitation', {}, { secret });
    const userId = (await callAt(others[0]!, guest, 'getMe')).id;
    const member = await enterAt(topology, others[0]!, editors, guest);
    expect(member.role).toBe('editor');
    await callAt(others[0]!, owner, 'changeRole', { id, userId }, { role: 'viewer' });
    expect(
      await untilGone(
        () => member.role === 'viewer',
        () => member.role,
      ),
    ).toBeLessThan(barMs);
    member.room.edit(randomEdit(9, 0));
    await waitUntil(
      () => member.refused.length === 1,
      patienceMs,
      () => `${member.room.pendingEdits().length} pending`,
    );
    expect(member.status).toBe('online');
    member.room.close();
    editors.leave();
  });

  it('lets a device go that signs out through any process, and all of a user who signs out everywhere, but nobody else', async () => {
    const topology = topologyOf();
    const editors = await startEditors(topology, 10);
    const account = await newAccount(topology.url, 'leaving@example.org');
    for (const server of topology.servers) {
      const [device, other] = [createVisitor(topology.url), createVisitor(topology.url)];
      for (const one of [device, other]) await callAt(server, one, 'signIn', {}, { email: 'leaving@example.org', password });
      const [member, stays] = [await enterAt(topology, server, editors, device), await enterAt(topology, server, editors, other)];
      await callAt(server, device, 'signOut');
      expect(
        await untilGone(
          () => member.status !== 'online',
          () => member.status,
        ),
      ).toBeLessThan(barMs);
      // What was admitted before is void; who is still signed in comes back.
      await sleep(effectMs);
      await waitUntil(
        () => stays.status === 'online',
        patienceMs,
        () => `${stays.status} ${stays.sentence}`,
      );
      expect(member.status).toBe('reconnecting');
      await callAt(server, account, 'signOutEverywhere');
      expect(
        await untilGone(
          () => stays.status !== 'online',
          () => stays.status,
        ),
      ).toBeLessThan(barMs);
      for (const { room } of [member, stays]) room.close();
      await callAt(server, account, 'signIn', {}, { email: 'leaving@example.org', password });
    }
    expect(editors.members.map(({ status }) => status)).toEqual(['online', 'online', 'online', 'online']);
    editors.leave();
  });
}
