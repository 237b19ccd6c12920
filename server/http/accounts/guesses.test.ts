import { hash } from 'argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteName, type RouteResponse, routes } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import { guessRates } from '../../../shared/api/rates.ts';
import { type Answer, createVisitor, type TestServer, type Visitor } from '../../testing/test-server.ts';
import { password, startWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

let networks = 0;
const from = (cookie = '', network = `172.20.${networks >> 8}.${(networks += 1) & 255}`): Visitor =>
  createVisitor(server.url, { ...(cookie && { cookie }), 'x-forwarded-for': network });
const signIn = (visitor: Visitor, email: string, word = password) =>
  visitor.call<ErrorBody>('POST', routes.signIn.path, { email, password: word });
const statuses = (answers: readonly Answer<unknown>[]) => answers.map(({ status }) => status);
const sorted = (answers: readonly Answer<unknown>[]) => statuses(answers).toSorted((one, other) => one - other);
const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const guessFromEverywhere = (email: string, count: number) =>
  times(count, (index) => signIn(from(), index % 2 ? email.toUpperCase() : ` ${email}`, `guess ${index} of many`));

function expectToWait({ status, headers, body }: Answer<ErrorBody>): void {
  expect([status, body.error.code]).toEqual([429, 'rate-limited']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(60);
  expect(body.error.message).toMatch(/^Too many wrong passwords\. Try again in \d+ minutes\.$/);
}

describe('guesses at the password of an account from many addresses', () => {
  it('do not lock out its owner, on known or new devices, and are slowed down', async () => {
    const { visitor, email } = await world.member();
    const press = async (address: string) => {
      const answers = await guessFromEverywhere(address, guessRates.strangers.points);
      expect(new Set(statuses(answers))).toEqual(new Set([401]));
      const another = from();
      const begun = performance.now();
      expect((await signIn(another, address, 'one guess more')).status).toBe(401);
      expect(performance.now() - begun).toBeGreaterThan(400);
      expectToWait(await signIn(another, address, 'and another'));
    };
    await Promise.all([press(email), press('nobody-at-all@example.org')]);
    expect((await signIn(from(), email)).status).toBe(200);
    const atHome = from(visitor.cookie);
    expect((await signIn(atHome, email, 'a wrong key')).status).toBe(401);
    expect((await signIn(atHome, email)).status).toBe(200);
  });

  it('are limited per network and account, and per network', async () => {
    const { email } = await world.member();
    const network = '172.21.0.1';
    const { points } = guessRates.networkOfAccount;
    const guesses = await times(points + 1, () => signIn(from('', network), email, 'wrong horse'));
    expect(sorted(guesses)).toEqual([...Array.from({ length: points }, () => 401), 429]);
    // Even the right password is not tried after that many guesses.
    expectToWait(await signIn(from('', network), email));
    const left = guessRates.network.points - points;
    const sprayed = await times(left + 1, (index) => signIn(from('', network), `spray-${index}@example.org`, 'wrong horse'));
    expect(statuses(sprayed).filter((status) => status === 429)).toHaveLength(1);
    expect((await signIn(from(), email)).status).toBe(200);
  });

  it('count together for the addresses of one IPv6 network', async () => {
    const { email } = await world.member();
    const guess = (index: number) => signIn(from('', `2001:db8:1:2::${index + 1}`), email, 'wrong horse');
    const answers = await times(guessRates.networkOfAccount.points + 1, guess);
    expect(statuses(answers)).toContain(429);
  });

  it('count separately on a device that the owner has used, until all sessions are ended', async () => {
    const { visitor, email } = await world.member();
    const device = visitor.cookie.split('; ').find((cookie) => cookie.startsWith('harmonic.device='))!;
    const { points } = guessRates.device;
    const guesses = await times(points + 1, () => signIn(from(device), email, 'wrong horse'));
    expect(sorted(guesses)).toEqual([...Array.from({ length: points }, () => 401), 429]);
    expectToWait(await signIn(from(device), email));
    expect((await signIn(from(), email)).status).toBe(200);
    // The device cookie does not count for another account, and a changed one not at all.
    const other = await world.member();
    await guessFromEverywhere(other.email, guessRates.strangers.points);
    for (const cookie of [device, device.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))]) {
      const visitorThere = from(cookie);
      expect((await signIn(visitorThere, other.email, 'wrong horse')).status).toBe(401);
      expect((await signIn(visitorThere, other.email)).status).toBe(429);
    }
    const owner = from();
    await signIn(owner, email);
    await world.call(owner, 'signOutEverywhere');
    expect((await signIn(from(device), email)).status).toBe(200);
  });
});

describe('guesses at the password of a signed-in user', () => {
  const tries: [RouteName, object][] = [
    ['changePassword', { current: 'wrong horse', next: 'another horse' }],
    ['deleteMe', { password: 'wrong horse' }],
    ['confirmIdentity', { password: 'wrong horse' }],
  ];

  it('are limited over all routes and addresses, and appear in the audit log', async () => {
    const { visitor, email } = await world.member();
    const { points } = guessRates.session;
    const answers = await times(points + 5, (index) => {
      const [name, body] = tries[index % tries.length]!;
      return from(visitor.cookie).call<ErrorBody>(routes[name].method, routes[name].path, body);
    });
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(points);
    expectToWait(answers.find(({ status }) => status === 429)!);
    for (const [name, body] of [
      ['changePassword', { current: password, next: 'another horse' }],
      ['confirmIdentity', { password }],
    ] as const) {
      expect((await visitor.call(routes[name].method, routes[name].path, body)).status).toBe(429);
    }
    const { activity } = (await visitor.call<RouteResponse<'listAuditLog'>>('GET', routes.listAuditLog.path)).body;
    const failed = activity.filter(({ kind }) => kind === 'password-check-failed');
    expect(failed.reduce((sum, { count }) => sum + count, 0)).toBe(points);
    // The owner ends the session of the attacker, and need not wait.
    const owner = from();
    await signIn(owner, email);
    await world.call(owner, 'signOutEverywhere');
    await signIn(owner, email);
    await world.call(owner, 'changePassword', {}, { current: password, next: 'another horse' });
  });

  it('are limited per network, over all accounts', async () => {
    const network = '172.22.0.1';
    await times(guessRates.network.points, (index) => signIn(from('', network), `many-${index}@example.org`, 'wrong horse'));
    const { visitor } = await world.member();
    const there = from(visitor.cookie, network);
    expect((await there.call('POST', routes.confirmIdentity.path, { password })).status).toBe(429);
    expect((await from(visitor.cookie).call('POST', routes.confirmIdentity.path, { password })).status).toBe(200);
  });
});

it('rejects common passwords at registration, change and reset, and accepts an existing one at sign-in', async () => {
  const email = world.newEmail();
  const issuesOf = async (visitor: Visitor, name: RouteName, body: object) => {
    const answer = await visitor.call<ErrorBody>(routes[name].method, routes[name].path, body);
    return [answer.status, answer.body.error?.issues.map(({ path, value }) => [path, value])];
  };
  for (const easy of ['password', '12345678', email, email.split('@')[0]!, 'Ada Lovelace 1']) {
    const body = { email, password: easy, displayName: 'Ada Lovelace' };
    expect(await issuesOf(world.stranger(), 'register', body)).toEqual([400, [['password', '(hidden)']]]);
  }
  const { visitor, email: own } = await world.member();
  expect(await issuesOf(visitor, 'changePassword', { current: password, next: 'Password1' })).toEqual([400, [['next', '(hidden)']]]);
  const secret = await world.mailSecret(visitor, 'reset');
  expect(await issuesOf(world.stranger(), 'resetPassword', { secret, password: own })).toEqual([400, [['password', '(hidden)']]]);
  // The link remains valid.
  await world.call(world.stranger(), 'resetPassword', {}, { secret, password: 'another horse' });
  const hashes = await Promise.all(['password', 'another horse'].map((word) => hash(word)));
  await server.query('update users set password_hash = $1 where password_hash = $2', hashes);
  expect((await signIn(from(), own, 'password')).status).toBe(200);
});
