import { expect, it } from 'vitest';
import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import { createGuest, createVisitor, type Listener, type Visitor } from '../../testing/test-server.ts';
import { enterRoom, idOf, leave, refusalBy, universeOf, useGathering } from '../../testing/gathering.ts';

const world = useGathering();

const roleIn = (listener: Listener) => listener.room.state.members.get(idOf(listener))?.role;
const becomes = (listener: Listener, role: string) => listener.until(() => roleIn(listener) === role);
const pathOf = (universeId: string, rest = '') => `/api/v1/universes/${universeId}${rest}`;
const userIdOf = async (visitor: Visitor) => (await visitor.call<Me>('GET', '/api/v1/me')).body.id;

async function invite(universeId: string, visitor: Visitor, role: SharedRole): Promise<string> {
  const { body } = await world.owner.call<{ secret: string }>('POST', pathOf(universeId, '/invitations'), { role, days: 1 });
  await visitor.call('POST', '/api/v1/invitations/accept', { secret: body.secret });
  return userIdOf(visitor);
}

it('lets no member change a role on their own other connection, nor that of the owner who watches on one', async () => {
  const universeId = await universeOf(world.owner);
  const editor = await enterRoom(world.server, world.friend, universeId);
  const ownTab = await enterRoom(world.server, world.friend, universeId, 'spectate');
  const owner = await enterRoom(world.server, world.owner, universeId);
  const ownersTab = await enterRoom(world.server, world.owner, universeId, 'spectate');
  expect(await refusalBy(editor, 'role', { memberId: idOf(ownTab), role: 'editor' })).toEqual(['not-allowed', 'memberId']);
  expect(await refusalBy(editor, 'role', { memberId: idOf(ownersTab), role: 'viewer' })).toEqual(['not-allowed', 'memberId']);
  expect(await refusalBy(owner, 'mute', { memberId: idOf(ownersTab), isMuted: true })).toEqual(['not-allowed', 'memberId']);
  expect([roleIn(ownTab), roleIn(owner), roleIn(ownersTab)]).toEqual(['spectator', 'owner', 'spectator']);
  await leave(editor, ownTab, owner, ownersTab);
});

it('lets an editor give no role to a user with a role by name', async () => {
  const universeId = await universeOf(world.owner);
  const viewer = await createGuest(world.server.url);
  await invite(universeId, viewer, 'viewer');
  const [editor, watching] = [
    await enterRoom(world.server, world.friend, universeId),
    await enterRoom(world.server, viewer, universeId, 'spectate'),
  ];
  expect((await refusalBy(editor, 'role', { memberId: idOf(watching), role: 'editor' }))[0]).toBe('not-allowed');
  await leave(editor, watching);
});

it('ends a given role when the owner decides later, even if that stores the same role as before', async () => {
  const universeId = await universeOf(world.owner);
  await world.owner.call('PATCH', pathOf(universeId), { linkRole: 'viewer' });
  const guest = await createGuest(world.server.url);
  const userId = await invite(universeId, guest, 'viewer');
  const owner = await enterRoom(world.server, world.owner, universeId);
  const [one, two] = [await enterRoom(world.server, guest, universeId), await enterRoom(world.server, guest, universeId, 'spectate')];
  owner.send('role', { memberId: idOf(one), role: 'editor' });
  await Promise.all([one, two].map((tab) => becomes(tab, 'editor')));
  await world.owner.call('PATCH', pathOf(universeId, `/people/${userId}`), { role: 'viewer' });
  await becomes(one, 'viewer');
  await becomes(two, 'spectator');
  const again = await enterRoom(world.server, guest, universeId);
  expect(again.heard.welcome[0]!.role).toBe('viewer');
  await leave(owner, one, two, again);
});

it('ends given roles of users by link when the owner changes the link, and of no others', async () => {
  const universeId = await universeOf(world.owner);
  const named = await createGuest(world.server.url);
  await invite(universeId, named, 'viewer');
  const owner = await enterRoom(world.server, world.owner, universeId);
  const byLink = await enterRoom(world.server, world.friend, universeId);
  const byName = await enterRoom(world.server, named, universeId);
  const unknown = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  owner.send('role', { memberId: idOf(byLink), role: 'viewer' });
  for (const member of [byName, unknown]) owner.send('role', { memberId: idOf(member), role: 'editor' });
  await Promise.all([becomes(byLink, 'viewer'), becomes(byName, 'editor'), becomes(unknown, 'editor')]);
  await world.owner.call('PATCH', pathOf(universeId), { linkRole: 'editor' });
  await Promise.all([becomes(byLink, 'editor'), becomes(unknown, 'spectator')]);
  expect(roleIn(byName)).toBe('editor');
  await leave(owner, byLink, byName, unknown);
});

it.each(['removed', 'kicked'])('ends the roles given by a user who was %s, and those given by their holders', async (how) => {
  const universeId = await universeOf(world.owner);
  const editor = await createGuest(world.server.url);
  const userId = await invite(universeId, editor, 'editor');
  await world.owner.call('PATCH', pathOf(universeId), { linkRole: 'viewer' });
  const giver = await enterRoom(world.server, editor, universeId);
  const first = await enterRoom(world.server, world.friend, universeId, 'spectate');
  const second = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  giver.send('role', { memberId: idOf(first), role: 'editor' });
  await becomes(first, 'editor');
  first.send('role', { memberId: idOf(second), role: 'editor' });
  await becomes(second, 'editor');
  if (how === 'removed') await world.owner.call('DELETE', pathOf(universeId, `/people/${userId}`));
  else {
    const owner = await enterRoom(world.server, world.owner, universeId);
    owner.send('kick', { memberId: idOf(giver) });
    await owner.until(() => !owner.room.state.members.has(idOf(giver)));
    await leave(owner);
  }
  await Promise.all([first, second].map((member) => becomes(member, 'spectator')));
  await leave(first, second);
});
