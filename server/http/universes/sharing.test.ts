import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import { trashDays, invitationLimits, type SharedRole } from '../../../shared/api/universes/universe.ts';
import { createGuest, createVisitor, join, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const pathOf = (id: string, rest = '') => `/api/v1/universes/${id}${rest}`;
const meOf = async (visitor: Visitor) => (await visitor.call<Me>('GET', '/api/v1/me')).body;
const statusOf = async (visitor: Visitor, id: string) => (await visitor.call('GET', pathOf(id))).status;
const roleIn = async (visitor: Visitor, id: string) => (await visitor.call<UniverseDetail>('GET', pathOf(id))).body.role;

/** Makes a private universe. Returns it with its owner. */
async function makePrivate(): Promise<{ owner: Visitor; id: string }> {
  const owner = await createGuest(server.url);
  const { id } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  await owner.call('PATCH', pathOf(id), { isPublic: false });
  return { owner, id };
}

async function invite(owner: Visitor, id: string, role: SharedRole, days = 7): Promise<RouteResponse<'invite'>> {
  const answer = await owner.call('POST', pathOf(id, '/invitations'), { role, days });
  expect(answer.status).toBe(201);
  return routes.invite.response.parse(answer.body);
}

const accept = (visitor: Visitor, secret: string) => visitor.call<ErrorBody>('POST', '/api/v1/invitations/accept', { secret });

/** Adds a guest as a collaborator of a universe. */
async function bring(owner: Visitor, id: string, role: SharedRole): Promise<{ visitor: Visitor; userId: string }> {
  const visitor = await createGuest(server.url);
  const { secret } = await invite(owner, id, role);
  expect((await accept(visitor, secret)).status).toBe(200);
  return { visitor, userId: (await meOf(visitor)).id };
}

describe('invitations', () => {
  it('give their role in a private universe to every user with the link', async () => {
    const { owner, id } = await makePrivate();
    const { secret } = await invite(owner, id, 'editor');
    for (let friend = 0; friend < 2; friend++) {
      const visitor = await createGuest(server.url);
      expect(await statusOf(visitor, id)).toBe(404);
      const answer = await accept(visitor, secret);
      expect(routes.acceptInvitation.response.parse(answer.body)).toMatchObject({ id, isMine: false });
      expect(await roleIn(visitor, id)).toBe('editor');
    }
  });

  it('return their secret once, and are listed without it to the owner alone', async () => {
    const { owner, id } = await makePrivate();
    const { secret, ...rest } = await invite(owner, id, 'viewer', 3);
    const list = (await owner.call('GET', pathOf(id, '/invitations'))).body;
    expect(routes.listInvitations.response.parse(list).invitations).toEqual([rest]);
    expect(JSON.stringify(list)).not.toContain(secret);
    expect(new Date(rest.expiresAt).getTime() - new Date(rest.createdAt).getTime()).toBeCloseTo(3 * 24 * 3600 * 1000, -4);
    const { visitor } = await bring(owner, id, 'editor');
    expect((await visitor.call('GET', pathOf(id, '/invitations'))).status).toBe(403);
    expect((await (await createGuest(server.url)).call('GET', pathOf(id, '/invitations'))).status).toBe(404);
  });

  it('do not work after they are withdrawn, and answer the same as unknown ones', async () => {
    const { owner, id } = await makePrivate();
    const { id: invitationId, secret } = await invite(owner, id, 'viewer');
    expect((await owner.call('DELETE', pathOf(id, `/invitations/${invitationId}`))).status).toBe(200);
    expect((await owner.call('DELETE', pathOf(id, `/invitations/${invitationId}`))).status).toBe(404);
    const visitor = await createGuest(server.url);
    const [takenBack, never] = [await accept(visitor, secret), await accept(visitor, 'x'.repeat(32))];
    expect([takenBack.status, never.status]).toEqual([404, 404]);
    expect(takenBack.body).toEqual(never.body);
  });

  it('never lower a role, nor that of the owner', async () => {
    const { owner, id } = await makePrivate();
    const { visitor } = await bring(owner, id, 'editor');
    const { secret } = await invite(owner, id, 'viewer');
    await accept(visitor, secret);
    await accept(owner, secret);
    expect([await roleIn(visitor, id), await roleIn(owner, id)]).toEqual(['editor', 'owner']);
  });

  it('are rejected with path, rule and value if invalid, and are limited in number', async () => {
    const { owner, id } = await makePrivate();
    const answer = await owner.call<ErrorBody>('POST', pathOf(id, '/invitations'), { role: 'owner', days: 31 });
    expect(answer.status).toBe(400);
    expect(answer.body.error.issues.map(({ path, value }) => [path, value])).toEqual([
      ['role', 'owner'],
      ['days', 31],
    ]);
    for (let open = 0; open < invitationLimits.open.max; open++) await invite(owner, id, 'viewer');
    expect((await owner.call('POST', pathOf(id, '/invitations'), { role: 'viewer', days: 1 })).status).toBe(409);
  });
});

describe('collaborators', () => {
  it('are listed to each other, changed by the owner, and can leave', async () => {
    const { owner, id } = await makePrivate();
    const [eve, bob] = [await bring(owner, id, 'editor'), await bring(owner, id, 'viewer')];
    const access = routes.listCollaborators.response.parse((await bob.visitor.call('GET', pathOf(id, '/people'))).body);
    expect(access.owner.id).toBe((await meOf(owner)).id);
    expect(access.collaborators.map((person) => [person.id, person.role])).toEqual([
      [eve.userId, 'editor'],
      [bob.userId, 'viewer'],
    ]);
    expect((await eve.visitor.call('PATCH', pathOf(id, `/people/${bob.userId}`), { role: 'editor' })).status).toBe(403);
    expect((await owner.call('PATCH', pathOf(id, `/people/${bob.userId}`), { role: 'editor' })).status).toBe(200);
    expect(await roleIn(bob.visitor, id)).toBe('editor');
    expect((await eve.visitor.call('DELETE', pathOf(id, `/people/${bob.userId}`))).status).toBe(403);
    expect((await bob.visitor.call('DELETE', pathOf(id, `/people/${bob.userId}`))).status).toBe(200);
    expect((await owner.call('DELETE', pathOf(id, `/people/${eve.userId}`))).status).toBe(200);
    expect([await statusOf(bob.visitor, id), await statusOf(eve.visitor, id)]).toEqual([404, 404]);
    expect((await owner.call('DELETE', pathOf(id, '/people/nobody'))).status).toBe(404);
  });

  it('get a changed role in an open room at once, and are disconnected when removed', async () => {
    const { owner, id } = await makePrivate();
    const { visitor, userId } = await bring(owner, id, 'viewer');
    const { room, heard } = await join(server.url, visitor, { universeId: id });
    expect(heard.welcome[0]!.role).toBe('viewer');
    const { memberId } = heard.welcome[0]!;
    await owner.call('PATCH', pathOf(id, `/people/${userId}`), { role: 'editor' });
    await expect.poll(() => room.state.members.get(memberId)?.role, { timeout: 5000 }).toBe('editor');
    const left = new Promise((resolve) => room.onLeave(resolve));
    await owner.call('DELETE', pathOf(id, `/people/${userId}`));
    expect(await left).toBeGreaterThan(4000);
  });

  it('keep their roles when they sign in to an account', async () => {
    const { owner, id } = await makePrivate();
    const { visitor } = await bring(owner, id, 'viewer');
    const account = { email: 'roles@example.org', password: 'correct horse' };
    const elsewhere = createVisitor(server.url);
    await elsewhere.call('POST', '/api/v1/auth/register', account);
    expect(await statusOf(elsewhere, id)).toBe(404);
    await visitor.call('POST', '/api/v1/auth/login', account);
    expect([await roleIn(visitor, id), await roleIn(elsewhere, id)]).toEqual(['viewer', 'viewer']);
  });
});

describe('transfer of a universe', () => {
  it('makes a collaborator with an account the owner, and the owner an editor', async () => {
    const { owner, id } = await makePrivate();
    const { visitor, userId } = await bring(owner, id, 'viewer');
    const toGuest = await owner.call<ErrorBody>('POST', pathOf(id, '/transfer'), { to: userId });
    expect([toGuest.status, toGuest.body.error.message]).toEqual([409, expect.stringContaining('is a guest')]);
    await visitor.call('POST', '/api/v1/auth/register', { email: 'heir@example.org', password: 'correct horse' });
    expect((await visitor.call('POST', pathOf(id, '/transfer'), { to: userId })).status).toBe(403);
    expect((await owner.call('POST', pathOf(id, '/transfer'), { to: 'nobody' })).status).toBe(404);
    expect((await owner.call('POST', pathOf(id, '/transfer'), { to: userId })).body).toMatchObject({ id, isMine: false });
    expect([await roleIn(visitor, id), await roleIn(owner, id)]).toEqual(['owner', 'editor']);
  });
});

describe('the trash', () => {
  it('holds a deleted universe, which does not exist for others, and restores it unchanged', async () => {
    const { owner, id } = await makePrivate();
    await owner.call('PATCH', pathOf(id), { isPublic: true });
    const { visitor } = await bring(owner, id, 'editor');
    const before = (await owner.call('GET', pathOf(id))).body as UniverseDetail;
    expect((await visitor.call('DELETE', pathOf(id))).status).toBe(403);
    const { room } = await join(server.url, visitor, { universeId: id });
    const left = new Promise((resolve) => room.onLeave(resolve));
    const trashed = routes.deleteUniverse.response.parse((await owner.call('DELETE', pathOf(id))).body);
    expect(await left).toBeGreaterThan(4000);
    const heldMs = new Date(trashed.heldUntil).getTime() - new Date(trashed.deletedAt).getTime();
    expect(heldMs).toBe(trashDays * 24 * 3600 * 1000);
    expect([await statusOf(visitor, id), await statusOf(owner, id)]).toEqual([404, 404]);
    expect((await owner.call('DELETE', pathOf(id))).status).toBe(404);
    expect((await visitor.call('POST', pathOf(id, '/restore'))).status).toBe(404);
    expect(routes.listTrash.response.parse((await owner.call('GET', '/api/v1/me/bin')).body).universes).toEqual([trashed]);
    expect(routes.listTrash.response.parse((await visitor.call('GET', '/api/v1/me/bin')).body).universes).toEqual([]);

    expect((await owner.call('POST', pathOf(id, '/restore'))).status).toBe(200);
    const after = (await owner.call('GET', pathOf(id))).body as UniverseDetail;
    expect({ ...after, updatedAt: before.updatedAt, revision: before.revision }).toEqual(before);
    expect(await roleIn(visitor, id)).toBe('editor');
    expect((await owner.call('POST', pathOf(id, '/restore'))).status).toBe(403);
  });

  it('is refused to a stranger', async () => {
    expect((await createVisitor(server.url).call('GET', '/api/v1/me/bin')).status).toBe(403);
  });
});
