import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RouteResponse } from '../../../shared/api/contract/contract.ts';
import { auditLogLimits } from '../../../shared/api/accounts/audit-log.ts';
import { createAuditLogService } from '../../services/accounts/audit-log-service.ts';
import { password, startWorld, type World } from '../../testing/world.ts';
import { type TestDatabase, openTestDatabase } from '../../testing/test-databases.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

type Page = RouteResponse<'listAuditLog'>;
const activityOf = async (visitor: Visitor, search = '?limit=50') => (await visitor.call<Page>('GET', `/api/v1/me/activity${search}`)).body;
/** Returns the entries in short, oldest first. */
const told = async (visitor: Visitor) =>
  (await activityOf(visitor)).activity.toReversed().map(({ kind, detail }) => (detail === null ? kind : `${kind} ${detail}`));

it('lists what a user did with their account', async () => {
  const { visitor, email } = await world.member();
  await world.call(visitor, 'verifyAddress', {}, { secret: await world.mailSecret(visitor, 'verify') });
  await world.call(visitor, 'changePassword', {}, { current: password, next: 'another horse' });
  await world.call(visitor, 'finishProviderSignIn', { provider: world.provider }, await world.visitProvider(visitor, 'link'));
  await world.call(visitor, 'removeIdentity', { provider: world.provider });
  await world.call(visitor, 'resetPassword', {}, { secret: await world.mailSecret(visitor, 'reset'), password });
  const back = world.stranger();
  await world.call(back, 'signIn', {}, { email, password });
  await world.call(back, 'signOutEverywhere');
  const again = world.stranger();
  await world.call(again, 'signIn', {}, { email, password });
  expect(await told(again)).toEqual([
    'registered',
    'address-verified',
    'password-changed',
    'identity-linked test',
    'identity-unlinked test',
    'password-reset',
    'signed-in password',
    'signed-out-everywhere',
    'signed-in password',
  ]);
  expect(await told(await world.arrived())).toEqual(['registered test', 'identity-linked test', 'signed-in test']);
});

it('lists changes of sharing for the owner, and joining and leaving for collaborators', async () => {
  const [owner, other, heir] = [await world.guest(), await world.guest(), (await world.member()).visitor];
  const { id } = await world.universe(owner);
  await world.call(owner, 'updateUniverse', { id }, { name: 'Renamed' });
  await world.call(owner, 'updateUniverse', { id }, { isPublic: false, linkRole: 'viewer' });
  const otherId = await world.bring(owner, id, other, 'viewer');
  const heirId = await world.bring(owner, id, heir, 'editor');
  await world.call(owner, 'changeRole', { id, userId: otherId }, { role: 'editor' });
  await world.call(owner, 'removeCollaborator', { id, userId: otherId });
  await world.call(owner, 'deleteUniverse', { id });
  await world.call(owner, 'restoreUniverse', { id });
  await world.call(owner, 'transferUniverse', { id }, { to: heirId });
  expect(await told(owner)).toEqual([
    'visibility-changed private',
    'visibility-changed viewer',
    'role-changed editor',
    'collaborator-removed',
    'universe-deleted',
    'universe-restored',
    'universe-transferred',
  ]);
  const [last] = (await activityOf(owner)).activity;
  expect(last).toMatchObject({ universe: { id, name: 'Renamed' }, person: { id: heirId } });
  // A universe that they may no longer see is not named.
  const { activity } = await activityOf(other);
  expect(activity).toMatchObject([{ kind: 'collaborator-joined', detail: 'viewer', universe: null, person: null }]);
  await world.call(heir, 'removeCollaborator', { id, userId: await world.idOf(owner) });
  await world.bring(heir, id, other, 'viewer');
  await world.call(other, 'removeCollaborator', { id, userId: otherId });
  expect(await told(other)).toEqual(['collaborator-joined viewer', 'collaborator-joined viewer', 'collaborator-left']);
});

it('has no entry for a failed request', async () => {
  const owner = await world.guest();
  const { id } = await world.universe(owner);
  const tagged = { 'if-match': '"99"' };
  expect((await owner.call('DELETE', `/api/v1/universes/${id}`, undefined, tagged)).status).toBe(412);
  expect((await owner.call('DELETE', `/api/v1/universes/${id}/people/nobody`)).status).toBe(404);
  expect(await told(owner)).toEqual([]);
});

it('counts wrong passwords per hour, and stores no e-mail addresses', async () => {
  const { visitor, email } = await world.member();
  for (let tries = 0; tries < 3; tries += 1) {
    for (const address of [email, 'nobody@example.org']) {
      const answer = await world.stranger().call('POST', '/api/v1/auth/login', { email: address, password: 'wrong horse' });
      expect(answer.status).toBe(401);
    }
  }
  const failed = async () =>
    (await activityOf(visitor)).activity.filter(({ kind }) => kind === 'sign-in-failed').reduce((sum, { count }) => sum + count, 0);
  await expect.poll(failed, { timeout: 20_000 }).toBe(3);
  const { rows } = await server.query(`select * from activity`);
  const { rows: jobs } = await server.query(`select data from pgboss.job where name = 'failedSignIn'`);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify([rows, jobs])).not.toMatch(/@|horse/);
});

it('comes in pages, moves from a guest to their account, is exported, and is deleted with the user', async () => {
  const { visitor, email } = await world.member();
  const guest = await world.guest();
  const { id } = await world.universe(guest);
  for (const isPublic of [false, true, false]) await world.call(guest, 'updateUniverse', { id }, { isPublic });
  await world.call(guest, 'signIn', {}, { email, password });
  expect(await told(visitor)).toHaveLength(5);
  const pages: string[][] = [];
  for (let next: string | null = '', search = '?limit=2'; next !== null; search = `?limit=2&cursor=${next}`) {
    const page = await activityOf(visitor, search);
    pages.push(page.activity.map(({ kind }) => kind));
    next = page.next;
  }
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  const { activity } = await world.call(visitor, 'exportMe');
  expect(activity.map(({ kind, universeId }) => [kind, universeId])).toContainEqual(['visibility-changed', id]);
  const userId = await world.idOf(visitor);
  await world.call(visitor, 'deleteMe', {}, { password });
  expect((await server.query('select 1 from activity where user_id = $1', [userId])).rows).toEqual([]);
});

it('deletes old entries', async () => {
  const database: TestDatabase = await openTestDatabase();
  const { db, query } = database.connection;
  await query(`insert into users (id, display_name, colour) values ('ann', 'Ann', '#ffffff')`);
  for (const [id, days] of [
    ['old', auditLogLimits.days + 1],
    ['new', auditLogLimits.days - 1],
  ]) {
    const age = `now() - interval '${days} days'`;
    await query(`insert into activity (id, user_id, kind, created_at) values ($1, 'ann', 'signed-in', ${age})`, [id]);
  }
  await createAuditLogService(db).forget(new Date());
  expect((await query('select id from activity')).rows).toEqual([{ id: 'new' }]);
  for (const [column, value] of [
    ['detail', 'ada@example.org'],
    ['user_id', 'nobody'],
    ['count', 0],
  ])
    await expect(query(`update activity set ${column} = $1`, [value])).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
  await database.close();
});
