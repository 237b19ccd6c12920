import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import { rates } from '../../../shared/api/rates.ts';
import { tryAgainIn } from '../../../shared/refusals/wait-texts.ts';
import { createVisitor, join, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  // Trusts the forwarded address of visitors, so that each may have its own.
  server = await startTestServer({ TRUST_PROXY: '1' });
});
afterAll(() => server.stop());

const password = 'correct horse';
let visitors = 0;

/** Creates a visitor with an IP address of their own. */
const arrive = () => createVisitor(server.url, { 'x-forwarded-for': `10.0.0.${(visitors += 1)}` });
const newEmail = () => `person-${visitors}@example.org`;
const me = async (visitor: Visitor) => (await visitor.call<Me>('GET', '/api/v1/me')).body;
const auth = <T = ErrorBody>(visitor: Visitor, what: string, body?: object) => visitor.call<T>('POST', `/api/v1/auth/${what}`, body);
const makeUniverse = async (visitor: Visitor) =>
  (await visitor.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
const owns = async (visitor: Visitor, id: string) => (await visitor.call<UniverseDetail>('GET', `/api/v1/universes/${id}`)).body.isMine;

/** Creates a visitor with an account. */
async function register(): Promise<{ visitor: Visitor; email: string; me: Me }> {
  const visitor = arrive();
  const email = newEmail();
  const answer = await auth<Me>(visitor, 'register', { email, password });
  expect(answer.status).toBe(201);
  return { visitor, email, me: answer.body };
}

/** Signs in on another device. */
async function logInElsewhere(email: string): Promise<Visitor> {
  const visitor = arrive();
  expect((await auth(visitor, 'login', { email, password })).status).toBe(200);
  return visitor;
}

describe('registering', () => {
  it('turns a guest into an account with the same id and data, and a new session', async () => {
    const ann = arrive();
    const guest = await me(ann);
    expect(guest).toMatchObject({ isGuest: true, email: null, role: 'user', bio: '' });
    const { id } = await makeUniverse(ann);
    const { cookie } = ann;
    const answer = await auth<Me>(ann, 'register', { email: ' Ann@Example.org ', password, displayName: 'Ann' });
    expect(routes.register.response.parse(answer.body)).toEqual({
      ...guest,
      displayName: 'Ann',
      email: 'Ann@Example.org',
      hasPassword: true,
      isGuest: false,
    });
    expect(await owns(ann, id)).toBe(true);
    expect(ann.cookie).not.toBe(cookie);
    const stolen = await createVisitor(server.url).call<UniverseDetail>('GET', `/api/v1/universes/${id}`, undefined, { cookie });
    expect(stolen.body.isMine).toBe(false);
  });

  it('gives a stranger an account, once', async () => {
    const { visitor, me: account } = await register();
    expect(account.isGuest).toBe(false);
    const again = await auth(visitor, 'register', { email: 'another@example.org', password });
    expect([again.status, again.body.error.code]).toEqual([409, 'conflict']);
  });

  it('rejects a taken address in any spelling, and leaves the guest unchanged', async () => {
    const { email } = await register();
    const bob = arrive();
    const before = await me(bob);
    const answer = await auth(bob, 'register', { email: email.toUpperCase(), password, displayName: 'Bob' });
    expect(answer.body.error).toEqual({
      code: 'conflict',
      message: 'This address can not be used.',
      reason: 'address-unusable',
      params: {},
      issues: [],
    });
    expect(await me(bob)).toEqual(before);
  });

  it('names path, rule and value of every error, and never a password', async () => {
    const answer = await auth(arrive(), 'register', { email: 'nonsense', password: 'secret1', passwort: 'correct horse', displayName: '' });
    expect(answer.status).toBe(400);
    expect(answer.body.error.issues).toEqual(
      expect.arrayContaining([
        { path: 'email', rule: 'must be an address like ada@example.org', reason: 'email-form', params: {}, value: 'nonsense' },
        { path: 'password', rule: 'must have at least 8 characters', reason: 'too-short', params: { min: 8 }, value: '(hidden)' },
        { path: 'passwort', rule: 'is not known here', reason: 'unknown-field', params: {}, value: '(hidden)' },
        expect.objectContaining({ path: 'displayName', value: '' }),
      ]),
    );
    expect(JSON.stringify(answer.body)).not.toContain('secret1');
  });
});

describe('signing in', () => {
  it('moves the data of a guest to the account, and deletes the guest', async () => {
    const { email, me: account } = await register();
    const guest = arrive();
    const { id: guestId } = await me(guest);
    const { id } = await makeUniverse(guest);
    const { cookie } = guest;
    const answer = await auth<Me>(guest, 'login', { email: email.toUpperCase(), password });
    expect(routes.signIn.response.parse(answer.body)).toEqual(account);
    expect(await owns(guest, id)).toBe(true);
    const left = (await createVisitor(server.url).call<Me>('GET', '/api/v1/me', undefined, { cookie })).body;
    expect([left.isGuest, left.id === guestId]).toEqual([true, false]);
  });

  it('leaves an account its data when the user signs in to another', async () => {
    const [one, other] = [await register(), await register()];
    const { id } = await makeUniverse(one.visitor);
    await auth(one.visitor, 'login', { email: other.email, password });
    expect(await owns(one.visitor, id)).toBe(false);
    expect(await owns(await logInElsewhere(one.email), id)).toBe(true);
  });

  it('answers a wrong password like an unknown address', async () => {
    const { email } = await register();
    const wrong = await auth(arrive(), 'login', { email, password: 'wrong horse' });
    const unknown = await auth(arrive(), 'login', { email: 'nobody@example.org', password });
    expect(wrong.status).toBe(401);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(wrong.body.error).toEqual({
      code: 'wrong-credentials',
      message: 'The address or the password is wrong.',
      reason: 'wrong-sign-in',
      params: {},
      issues: [],
    });
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('is rate limited per address, without counting invalid requests', async () => {
    const visitor = arrive();
    await Promise.all(Array.from({ length: 20 }, () => auth(visitor, 'login', { email: 'no address', password })));
    const { points } = rates.password.perAddress;
    const answers = await Promise.all(
      Array.from({ length: points + 1 }, (_, at) => auth(visitor, 'login', { email: `nobody-${at}@example.org`, password })),
    );
    const limited = answers.filter(({ status, body }) => status === 429 && body.error.message.startsWith('Too many requests'));
    expect(limited.map(({ body }) => body.error.code)).toEqual(['rate-limited']);
    const seconds = Number(limited[0]!.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(limited[0]!.body.error.message).toBe(`Too many requests. ${tryAgainIn(seconds)}`);
  });
});

describe('registering', () => {
  it('works for many users behind one address, without counting failed requests', async () => {
    const headers = { 'x-forwarded-for': '192.168.30.30' };
    const pupil = () => createVisitor(server.url, headers);
    const { email: taken } = await register();
    const mistakes = [{ email: 'no address', password }, { email: 'short@example.org', password: 'short' }, {}, { email: taken, password }];
    const refused = await Promise.all(Array.from({ length: 24 }, (_, at) => auth(pupil(), 'register', mistakes[at % mistakes.length])));
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([400, 409]));
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, at) => auth(pupil(), 'register', { email: `pupil-${at}@example.org`, password })),
    );
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]));
  });
});

describe('sessions', () => {
  it('end on sign-out', async () => {
    const { visitor, me: account } = await register();
    const { cookie } = visitor;
    const answer = await auth(visitor, 'logout');
    expect(answer).toMatchObject({ status: 200, body: {} });
    expect(answer.headers.get('clear-site-data')).toBe('"cache"');
    expect((await me(visitor)).isGuest).toBe(true);
    const late = await createVisitor(server.url).call<Me>('GET', '/api/v1/me', undefined, { cookie });
    expect(late.body.id).not.toBe(account.id);
  });

  it('on other devices end when the password changes, and their connections to rooms with them', async () => {
    const { visitor, email, me: account } = await register();
    const elsewhere = await logInElsewhere(email);
    const { id } = await makeUniverse(visitor);
    const listener = await join(server.url, elsewhere, { universeId: id });
    const left = new Promise((resolve) => listener.room.onLeave(resolve));
    const wrong = await auth(visitor, 'password', { current: 'wrong horse', next: 'battery staple' });
    expect([wrong.status, wrong.body.error.issues]).toEqual([
      401,
      [{ path: 'current', rule: 'is wrong', reason: 'wrong', params: {}, value: '(hidden)' }],
    ]);
    expect((await auth(visitor, 'password', { current: password, next: 'battery staple' })).status).toBe(200);
    await left;
    expect((await me(visitor)).id).toBe(account.id);
    expect((await me(elsewhere)).isGuest).toBe(true);
    expect((await auth(arrive(), 'login', { email, password })).status).toBe(401);
    expect((await auth(arrive(), 'login', { email, password: 'battery staple' })).status).toBe(200);
  });

  it('all end on signing out everywhere', async () => {
    const { visitor, email } = await register();
    const elsewhere = await logInElsewhere(email);
    const answer = await auth(visitor, 'sign-out-everywhere');
    expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([200, '"cache"']);
    for (const one of [visitor, elsewhere]) expect((await me(one)).isGuest).toBe(true);
  });

  it('of strangers and guests cannot be ended everywhere', async () => {
    const guest = arrive();
    expect((await auth(guest, 'sign-out-everywhere')).status).toBe(403);
    await me(guest);
    const answer = await auth(guest, 'password', { current: password, next: password });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'not-allowed']);
  });
});

describe('data of a user', () => {
  it('can be changed within its ranges', async () => {
    const { visitor } = await register();
    const patch = { displayName: 'Ada', bio: 'Counts.', colour: '#b8e986' };
    expect((await visitor.call('PATCH', '/api/v1/me', patch)).body).toMatchObject(patch);
    const refused = await visitor.call<ErrorBody>('PATCH', '/api/v1/me', { bio: 'x'.repeat(501), colour: '#000000' });
    expect(refused.body.error.issues.map(({ path }) => path)).toEqual(['bio', 'colour']);
    expect(await me(visitor)).toMatchObject(patch);
  });

  it('can be exported, with every universe', async () => {
    const { visitor, email } = await register();
    const { id, document } = await makeUniverse(visitor);
    const answer = await visitor.call<RouteResponse<'exportMe'>>('GET', '/api/v1/me/export');
    const exported = routes.exportMe.response.parse(answer.body);
    expect(exported).toMatchObject({ person: { email, isGuest: false }, universes: [{ id, document }] });
    expect(answer.body).toEqual(exported);
    expect((await arrive().call('GET', '/api/v1/me/export')).status).toBe(403);
  });

  it('is deleted with the account, which needs the password', async () => {
    const { visitor, email, me: account } = await register();
    const elsewhere = await logInElsewhere(email);
    const { id } = await makeUniverse(visitor);
    const bob = arrive();
    await me(bob);
    const listener = await join(server.url, bob, { universeId: id });
    const left = new Promise((resolve) => listener.room.onLeave(resolve));
    for (const [body, status] of [
      [{}, 400],
      [{ password: 'wrong horse' }, 401],
    ] as const) {
      expect((await visitor.call('DELETE', '/api/v1/me', body)).status).toBe(status);
    }
    expect((await me(visitor)).id).toBe(account.id);
    const deleted = await visitor.call('DELETE', '/api/v1/me', { password });
    expect([deleted.status, deleted.headers.get('clear-site-data')]).toEqual([200, '"cache"']);
    await left;
    for (const one of [visitor, elsewhere]) expect((await me(one)).id).not.toBe(account.id);
    expect((await bob.call('GET', `/api/v1/universes/${id}`)).status).toBe(404);
    expect((await auth(arrive(), 'login', { email, password })).status).toBe(401);
    expect((await auth(arrive(), 'register', { email, password })).status).toBe(201);
  });

  it('is deleted for a guest without a password', async () => {
    const guest = arrive();
    const { id } = await makeUniverse(guest);
    expect((await guest.call('DELETE', '/api/v1/me')).status).toBe(200);
    expect((await arrive().call('GET', `/api/v1/universes/${id}`)).status).toBe(404);
  });
});

it('has no mail routes if mail is not configured', async () => {
  expect((await arrive().call('GET', '/api/v1/auth/ways')).body).toMatchObject({ mail: false });
  const body = { secret: 'x', email: 'ada@example.org', password };
  for (const what of ['verification', 'verification/accept', 'password/forgotten', 'password/reset'])
    expect([what, (await auth(arrive(), what, body)).status]).toEqual([what, 404]);
});
