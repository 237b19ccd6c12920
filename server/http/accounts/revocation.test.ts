import { request as ask } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import type { SignInPurpose } from '../../../shared/api/accounts/user.ts';
import { type Answer, createVisitor, type TestServer, type Visitor } from '../../testing/test-server.ts';
import { filled, password, startWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

/** An account with two sessions: one of a slow request, and one of the owner elsewhere. */
interface Subject {
  id: string;
  email: string;
  /** The browser in which the slow request runs, and another tab of it. */
  slow: Visitor;
  tab: Visitor;
  owner: Visitor;
  universeId: string;
}

async function newSubject(): Promise<Subject> {
  const { visitor: slow, email } = await world.member();
  const owner = world.stranger();
  await world.call(owner, 'signIn', {}, { email, password });
  const universeId = (await world.universe(slow)).id;
  return { id: await world.idOf(slow), email, slow, tab: createVisitor(server.url, { cookie: slow.cookie }), owner, universeId };
}

/** Each way to end the session of the slow request. */
const endings: Readonly<Record<string, (subject: Subject) => Promise<unknown>>> = {
  'signing out in another tab': ({ tab }) => world.call(tab, 'signOut'),
  'signing out everywhere': ({ owner }) => world.call(owner, 'signOutEverywhere'),
  'another password': ({ owner }) => world.call(owner, 'changePassword', {}, { current: password, next: 'another horse' }),
  'a password reset': async ({ owner }) =>
    world.call(world.stranger(), 'resetPassword', {}, { secret: await world.mailSecret(owner, 'reset'), password: 'another horse' }),
  'deleting the account': ({ owner }) => world.call(owner, 'deleteMe', {}, { password }),
  'signing in to another account': async ({ tab }) => world.call(tab, 'signIn', {}, { email: (await world.member()).email, password }),
};

/** A request in progress: `end` lets it finish and returns its status. */
interface Slow {
  end(): Promise<number>;
}

async function atProvider(by: Visitor, purpose: 'sign-in' | 'link', known?: Subject): Promise<Slow> {
  const sub = `slow-${(subjects += 1)}`;
  if (known) await server.query(`insert into identities (provider, subject, user_id) values ($1, $2, $3)`, [world.provider, sub, known.id]);
  const answer = await world.visitProviderAs(by, sub, purpose);
  toBegin.push(() => {
    const asked = by.call('POST', filled('finishProviderSignIn', { provider: world.provider }), answer);
    return async () => (await asked).status;
  });
  const index = toBegin.length - 1;
  return { end: () => begun[index]!() };
}
let subjects = 0;
const toBegin: (() => () => Promise<number>)[] = [];
const begun: (() => Promise<number>)[] = [];

/** Sends a request without the end of its body. */
async function halfABody(by: Visitor, method: string, path: string, body: object): Promise<Slow> {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': text.length, cookie: by.cookie };
  const sent = ask(`${server.url}${path}`, { method, headers });
  const status = new Promise<number>((resolve, reject) => {
    sent.on('response', (response) => resolve(response.resume().statusCode!));
    sent.on('error', reject);
  });
  sent.write(text.slice(0, 3));
  return { end: () => (sent.end(text.slice(3)), status) };
}

/** Each request that creates or changes rights, begun while the session is live. */
const slowRequests: Readonly<Record<string, (subject: Subject) => Promise<Slow>>> = {
  'signs in by a provider': (subject) => atProvider(subject.slow, 'sign-in', subject),
  'connects a provider': ({ slow }) => atProvider(slow, 'link'),
  'makes an invitation': ({ slow, universeId }) =>
    halfABody(slow, 'POST', filled('invite', { id: universeId }), { role: 'editor', days: 1 }),
  'makes a universe public': ({ slow, universeId }) =>
    halfABody(slow, 'PATCH', filled('updateUniverse', { id: universeId }), { isPublic: true, linkRole: 'editor' }),
  'changes the password': ({ slow }) => halfABody(slow, 'POST', routes.changePassword.path, { current: password, next: 'a third horse' }),
  'confirms with the password': ({ slow }) => halfABody(slow, 'POST', routes.confirmIdentity.path, { password }),
  'deletes the account': ({ slow }) => halfABody(slow, 'DELETE', routes.deleteMe.path, { password }),
};

it('lets no request that outlives its session change a right or revive the session', async () => {
  const cells: { name: string; subject: Subject; slow: Slow; end: (subject: Subject) => Promise<unknown> }[] = [];
  for (const [ending, end] of Object.entries(endings)) {
    for (const [what, begin] of Object.entries(slowRequests)) {
      const subject = await newSubject();
      cells.push({ name: `${ending}: ${what}`, subject, slow: await begin(subject), end });
    }
  }
  const hold = world.holdProvider();
  begun.push(...toBegin.map((start) => start()));
  await expect.poll(hold.waiting, { timeout: 20_000 }).toBe(toBegin.length);
  for (const { subject, end } of cells) await end(subject);
  hold.release();
  const outcomes = await Promise.all(
    cells.map(async ({ name, subject, slow }) => {
      const status = await slow.end();
      const me = await createVisitor(server.url, { cookie: subject.slow.cookie }).call<Me>('GET', routes.getMe.path);
      const { rows } = await server.query('select subject from identities where user_id = $1', [subject.id]);
      const { rows: invitations } = await server.query('select 1 from invitations where universe_id = $1', [subject.universeId]);
      const isBack = me.body.id === subject.id;
      const added = rows.filter((row) => !name.endsWith('signs in by a provider') && Boolean(row)).length + invitations.length;
      return [name, status >= 400, isBack, added];
    }),
  );
  expect(outcomes).toEqual(cells.map(({ name }) => [name, true, false, 0]));
}, 120_000);

it('rejects a request of a guest who has signed in to an account meanwhile', async () => {
  const guest = await world.guest();
  const tab = createVisitor(server.url, { cookie: guest.cookie });
  const { id } = await world.universe(guest);
  const { email } = await world.member();
  const answer = await world.visitProvider(guest);
  const slow = await halfABody(guest, 'PATCH', filled('updateUniverse', { id }), { name: 'Late' });
  const hold = world.holdProvider();
  const arriving = guest.call('POST', filled('finishProviderSignIn', { provider: world.provider }), answer);
  await expect.poll(hold.waiting).toBe(1);
  await world.call(tab, 'signIn', {}, { email, password });
  hold.release();
  expect([await slow.end(), (await arriving).status]).toEqual([403, 403]);
  expect((await server.query('select name from universes where id = $1', [id])).rows).not.toEqual([{ name: 'Late' }]);
});

it('ends the other sessions of a guest who becomes an account', async () => {
  const guest = await world.guest();
  const thief = createVisitor(server.url, { cookie: guest.cookie });
  const { id } = await world.call(guest, 'register', {}, { email: world.newEmail(), password });
  expect((await thief.call<Me>('GET', routes.getMe.path)).body.id).not.toBe(id);
});

it('accepts the answer of a provider once, also for concurrent requests', async () => {
  const by = world.stranger();
  const answer = await world.visitProvider(by);
  const cookie = by.cookie;
  const finish = () =>
    createVisitor(server.url, { cookie }).call('POST', filled('finishProviderSignIn', { provider: world.provider }), answer);
  const statuses = (await Promise.all([finish(), finish(), finish()])).map(({ status }) => status);
  expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 401, 401]);
});

it('discards a sign-in with a provider whenever a session ends or begins', async () => {
  const { visitor, email } = await world.member();
  for (const change of [
    () => world.call(visitor, 'signOut'),
    () => world.call(visitor, 'signIn', {}, { email, password }),
    () => world.call(visitor, 'changePassword', {}, { current: password, next: password }),
    () => world.call(visitor, 'signOutEverywhere'),
  ]) {
    const answer = await world.visitProvider(visitor);
    await change();
    const late = await visitor.call('POST', filled('finishProviderSignIn', { provider: world.provider }), answer);
    expect(late.status).toBe(401);
  }
});

it('never recreates the row of a session that signed out', async () => {
  const { visitor } = await world.member();
  const id = await world.idOf(visitor);
  const tab = createVisitor(server.url, { cookie: visitor.cookie });
  const asked = Array.from({ length: 8 }, () => tab.call('GET', routes.getMe.path));
  await world.call(visitor, 'signOut');
  await Promise.all(asked);
  const left = await server.query(`select 1 from session where sess -> 'passport' ->> 'user' = $1`, [id]);
  expect(left.rows).toEqual([]);
  expect((await createVisitor(server.url, { cookie: tab.cookie }).call('GET', '/api/v1/me/identities')).status).toBe(403);
});

it('accepts no reset link from before the account was secured', async () => {
  const endings: ((visitor: Visitor) => Promise<unknown>)[] = [
    (visitor) => world.call(visitor, 'changePassword', {}, { current: password, next: 'another horse' }),
    (visitor) => world.call(visitor, 'signOutEverywhere'),
    (visitor) => world.call(visitor, 'deleteMe', {}, { password }),
    async (visitor) =>
      world.call(world.stranger(), 'resetPassword', {}, { secret: await world.mailSecret(visitor, 'reset'), password: 'another horse' }),
  ];
  for (const end of endings) {
    const { visitor } = await world.member();
    const secret = await world.mailSecret(visitor, 'reset');
    await end(visitor);
    const late = await world.stranger().call('POST', routes.resetPassword.path, { secret, password: 'a thief’s horse' });
    expect(late.status).toBe(404);
  }
});

describe('an old session', () => {
  const codeOf = async (asked: Promise<Answer<ErrorBody>>) => {
    const { status, body } = await asked;
    return status < 300 ? 'done' : body.error.code;
  };
  const begin = (visitor: Visitor, purpose: SignInPurpose) =>
    visitor.call<ErrorBody & { location: string }>('POST', filled('beginProviderSignIn', { provider: world.provider }), { purpose });
  const finish = (visitor: Visitor, answer: object) =>
    visitor.call<ErrorBody>('POST', filled('finishProviderSignIn', { provider: world.provider }), answer);
  const unlink = (visitor: Visitor) => visitor.call<ErrorBody>('DELETE', filled('removeIdentity', { provider: world.provider }));

  it('changes sign-in methods only after the password, in that session alone', async () => {
    const { visitor, email } = await world.member();
    const elsewhere = world.stranger();
    await world.call(elsewhere, 'signIn', {}, { email, password });
    await world.ageSessions(visitor);
    for (const asked of [begin(visitor, 'link'), unlink(visitor)]) expect(await codeOf(asked)).toBe('reauthentication-needed');
    expect(await codeOf(visitor.call('POST', routes.confirmIdentity.path, { password: 'wrong horse' }))).toBe('wrong-credentials');
    expect(await codeOf(begin(visitor, 'link'))).toBe('reauthentication-needed');
    await world.call(visitor, 'confirmIdentity', {}, { password });
    expect(await codeOf(begin(visitor, 'link'))).toBe('done');
    expect(await codeOf(unlink(visitor))).toBe('not-found');
    expect(await codeOf(begin(elsewhere, 'link'))).toBe('reauthentication-needed');
    expect(await codeOf(world.stranger().call('POST', routes.confirmIdentity.path, { password }))).toBe('not-allowed');
  });

  it('is confirmed by a provider if there is no password, which must ask its user to sign in again', async () => {
    const visitor = world.stranger();
    const sub = 'without-a-password';
    await world.call(visitor, 'finishProviderSignIn', { provider: world.provider }, await world.visitProviderAs(visitor, sub, 'sign-in'));
    await world.ageSessions(visitor);
    const remove = () => visitor.call<ErrorBody>('DELETE', routes.deleteMe.path, {});
    expect([await codeOf(remove()), await codeOf(begin(visitor, 'link'))]).toEqual(['reauthentication-needed', 'reauthentication-needed']);
    const { location } = (await begin(visitor, 'confirm')).body;
    expect(new URL(location).searchParams.get('prompt')).toBe('login');
    const other = await world.visitProviderAs(visitor, 'somebody-else', 'confirm');
    expect(await codeOf(finish(visitor, other))).toBe('wrong-credentials');
    expect(await codeOf(remove())).toBe('reauthentication-needed');
    expect(await codeOf(finish(visitor, await world.visitProviderAs(visitor, sub, 'confirm')))).toBe('done');
    expect(await codeOf(begin(visitor, 'link'))).toBe('done');
    expect(await codeOf(remove())).toBe('done');
  });
});
