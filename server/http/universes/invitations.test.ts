import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invitationLimits } from '../../../shared/api/universes/universe.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';
import { filled, password, startWorld, type World } from '../../testing/world.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import { type RouteResponse, routes } from '../../../shared/api/contract/contract.ts';

let world: World;
let server: TestServer;
beforeAll(async () => {
  const started = await startWorld();
  ({ server, world } = started);
});
afterAll(() => server.stop());

/** Makes a private universe. Returns it with its owner. */
async function newPrivate(): Promise<{ owner: Visitor; id: string }> {
  const owner = (await world.member()).visitor;
  const { id } = await world.universe(owner);
  await world.call(owner, 'updateUniverse', { id }, { isPublic: false });
  return { owner, id };
}

const invite = (owner: Visitor, id: string, uses = 5, role: 'editor' | 'viewer' = 'editor') =>
  world.call(owner, 'invite', { id }, { role, days: 1, uses });
const accept = (visitor: Visitor, secret: string) => visitor.call<ErrorBody>('POST', routes.acceptInvitation.path, { secret });
const outcome = async (visitor: Visitor, secret: string) => {
  const { status, body } = await accept(visitor, secret);
  return status < 300 ? 'in' : body.error.code;
};
const roleIn = async (visitor: Visitor, id: string) => {
  const { status, body } = await visitor.call<RouteResponse<'getUniverse'>>('GET', filled('getUniverse', { id }));
  return status === 200 ? body.role : null;
};
const remove = async (owner: Visitor, id: string, visitor: Visitor) =>
  world.call(owner, 'removeCollaborator', { id, userId: await world.idOf(visitor) });
const listed = async (owner: Visitor, id: string) => (await world.call(owner, 'listInvitations', { id })).invitations;

describe('a user whom the owner has removed', () => {
  it('cannot return by an earlier link, used or not, but by one made afterwards', async () => {
    const { owner, id } = await newPrivate();
    const [first, second] = [await invite(owner, id), await invite(owner, id)];
    const eve = await world.guest();
    expect(await outcome(eve, first.secret)).toBe('in');
    await remove(owner, id, eve);
    // The link that they used is withdrawn: they could open it with another account.
    expect(await outcome(eve, first.secret)).toBe('not-found');
    expect(await outcome(await world.guest(), first.secret)).toBe('not-found');
    const refused = await accept(eve, second.secret);
    expect([refused.status, refused.body.error.message]).toEqual([
      403,
      'You were removed from this universe. Ask its owner for a new invitation.',
    ]);
    expect(await outcome(await world.guest(), second.secret)).toBe('in');
    const third = await invite(owner, id);
    expect([await outcome(eve, third.secret), await roleIn(eve, id)]).toEqual(['in', 'editor']);
  });

  it('cannot return by changing between guest and account', async () => {
    const { owner, id } = await newPrivate();
    const links = [await invite(owner, id), await invite(owner, id), await invite(owner, id)] as const;
    // A guest who signs in to an account afterwards.
    const guest = await world.guest();
    await accept(guest, links[0].secret);
    await remove(owner, id, guest);
    const { email } = await world.member();
    await world.call(guest, 'signIn', {}, { email, password });
    expect(await outcome(guest, links[1].secret)).toBe('not-allowed');
    // An account whose user joins as a guest and signs in to it afterwards.
    const account = await world.member();
    await accept(account.visitor, links[1].secret);
    await remove(owner, id, account.visitor);
    const other = await world.guest();
    expect(await outcome(other, links[2].secret)).toBe('in');
    await world.call(other, 'signIn', {}, { email: account.email, password });
    expect(await roleIn(other, id)).toBeNull();
    // A new invitation that they accept as a guest also counts for their account.
    const again = await world.guest();
    await accept(again, (await invite(owner, id)).secret);
    await world.call(again, 'signIn', {}, { email: account.email, password });
    expect(await roleIn(again, id)).toBe('editor');
  });

  it('has no role after accepting and removing at the same time, in either order', async () => {
    const { owner, id } = await newPrivate();
    const eves = await Promise.all(Array.from({ length: 6 }, () => world.guest()));
    for (const eve of eves) {
      const [first, second] = [await invite(owner, id, 1, 'viewer'), await invite(owner, id, 1)];
      await accept(eve, first.secret);
      await Promise.all([accept(eve, second.secret), remove(owner, id, eve)]);
      expect(await roleIn(eve, id)).toBeNull();
    }
  });
});

it('does not restore a lowered role by an old link, not even after leaving', async () => {
  const { owner, id } = await newPrivate();
  const { secret } = await invite(owner, id);
  const eve = await world.guest();
  const userId = await world.idOf(eve);
  await accept(eve, secret);
  await world.call(owner, 'changeRole', { id, userId }, { role: 'viewer' });
  expect([await outcome(eve, secret), await roleIn(eve, id)]).toEqual(['in', 'viewer']);
  await world.call(eve, 'removeCollaborator', { id, userId });
  expect([await outcome(eve, secret), await roleIn(eve, id)]).toEqual(['in', 'viewer']);
  const guest = await world.guest();
  await accept(guest, secret);
  await world.call(eve, 'register', {}, { email: world.newEmail(), password });
  expect([await outcome(eve, (await invite(owner, id)).secret), await roleIn(eve, id)]).toEqual(['in', 'editor']);
});

it('lets a user who left return by the same link, which counts them once', async () => {
  const { owner, id } = await newPrivate();
  const { secret } = await invite(owner, id, 1);
  const eve = await world.guest();
  const userId = await world.idOf(eve);
  for (let round = 0; round < 2; round += 1) {
    expect(await outcome(eve, secret)).toBe('in');
    await world.call(eve, 'removeCollaborator', { id, userId });
  }
  expect(await listed(owner, id)).toMatchObject([{ uses: 1, maxUses: 1, usedBy: [{ id: userId }] }]);
});

describe('the uses of an invitation', () => {
  it('are limited to what the owner set, also for concurrent requests', async () => {
    for (const uses of [1, 3]) {
      const { owner, id } = await newPrivate();
      const { secret } = await invite(owner, id, uses);
      const friends = await Promise.all(Array.from({ length: uses + 4 }, () => world.guest()));
      // Two tabs of one user count once.
      const outcomes = await Promise.all([...friends, friends[0]!].map((friend) => outcome(friend, secret)));
      const roles = await Promise.all(friends.map((friend) => roleIn(friend, id)));
      expect(roles.filter((role) => role === 'editor')).toHaveLength(uses);
      expect(new Set(outcomes)).toEqual(new Set(['in', 'not-found']));
      const [invitation] = await listed(owner, id);
      expect(invitation).toMatchObject({ uses, maxUses: uses });
      expect(invitation!.usedBy).toHaveLength(uses);
      for (const [index, friend] of friends.entries()) if (roles[index] !== null) expect(await outcome(friend, secret)).toBe('in');
    }
  });

  it('are ten by default, and are listed with the users who accepted', async () => {
    const { owner, id } = await newPrivate();
    const made = await world.call(owner, 'invite', { id }, { role: 'viewer', days: 1 });
    expect(made).toMatchObject({ maxUses: invitationLimits.uses.default, uses: 0, usedBy: [] });
    const ada = await world.guest();
    await world.call(ada, 'updateMe', {}, { displayName: 'Ada' });
    await accept(ada, made.secret);
    const { secret: _, ...rest } = made;
    const usedBy = [{ id: await world.idOf(ada), displayName: 'Ada', colour: expect.any(String) }];
    expect(await listed(owner, id)).toEqual([{ ...rest, uses: 1, usedBy }]);
    // Collaborators stay when their invitation is withdrawn.
    await world.call(owner, 'withdrawInvitation', { id, invitationId: made.id });
    expect([await roleIn(ada, id), await listed(owner, id)]).toEqual(['viewer', []]);
    const refused = await owner.call<ErrorBody>('POST', filled('invite', { id }), { role: 'viewer', days: 1, uses: 101 });
    expect(refused.body.error.issues).toMatchObject([{ path: 'uses', value: 101 }]);
  });

  it('allow another invitation once they are used up', async () => {
    const { owner, id } = await newPrivate();
    const links = await Promise.all(Array.from({ length: invitationLimits.open.max }, () => invite(owner, id, 1)));
    const oneMore = () => owner.call('POST', filled('invite', { id }), { role: 'viewer', days: 1 });
    expect((await oneMore()).status).toBe(409);
    await accept(await world.guest(), links[0]!.secret);
    expect((await oneMore()).status).toBe(201);
  });
});

it('ends with the ownership of its author, and does not work while its universe is in the trash', async () => {
  const { owner, id } = await newPrivate();
  const heir = (await world.member()).visitor;
  const heirId = await world.bring(owner, id, heir, 'editor');
  const { secret } = await invite(owner, id);
  await world.call(owner, 'deleteUniverse', { id });
  expect(await outcome(await world.guest(), secret)).toBe('not-found');
  await world.call(owner, 'restoreUniverse', { id });
  expect(await outcome(await world.guest(), secret)).toBe('in');
  await world.call(owner, 'transferUniverse', { id }, { to: heirId });
  expect([await outcome(await world.guest(), secret), await listed(heir, id)]).toEqual(['not-found', []]);
});
