import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import type { Identities, Me } from '../../../shared/api/accounts/user-schemas.ts';
import type { SignInPurpose } from '../../../shared/api/accounts/user.ts';
import { type Lies, type Somebody, startTestProvider, type TestProvider } from '../../testing/test-provider.ts';
import { createVisitor, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let provider: TestProvider;
let server: TestServer;

beforeAll(async () => {
  provider = await startTestProvider();
  server = await startTestServer({ TRUST_PROXY: '1', PUBLIC_URL: 'https://universe.example', ...provider.variables });
});
afterEach(() => {
  provider.lies = {};
});
afterAll(async () => {
  await server.stop();
  provider.close();
});

const password = 'correct horse';
let serial = 0;
const arrive = () => createVisitor(server.url, { 'x-forwarded-for': `10.2.${serial >> 8}.${(serial += 1) & 255}` });
const me = async (visitor: Visitor) => (await visitor.call<Me>('GET', '/api/v1/me')).body;
const newSomebody = (more: Partial<Somebody> = {}): Somebody => ({ sub: `subject-${(serial += 1)}`, ...more });
const vouchedFor = (email: string) => newSomebody({ email, email_verified: true });
const codeOf = ({ status, body }: { status: number; body: unknown }) => (status < 300 ? 'done' : (body as ErrorBody).error.code);

const begin = (visitor: Visitor, purpose: SignInPurpose = 'sign-in', id = provider.id) =>
  visitor.call<RouteResponse<'beginProviderSignIn'>>('POST', `/api/v1/auth/providers/${id}`, { purpose });
const finish = (visitor: Visitor, answer: object, id = provider.id) =>
  visitor.call<Me>('POST', `/api/v1/auth/providers/${id}/finish`, answer);

/** Visits the provider and returns as `somebody`. */
async function comeBy(visitor: Visitor, somebody: Somebody, purpose: SignInPurpose = 'sign-in', id = provider.id) {
  const { location } = (await begin(visitor, purpose, id)).body;
  provider.somebody = somebody;
  return finish(visitor, await provider.visit(location), id);
}

async function register(email: string): Promise<Visitor> {
  const visitor = arrive();
  expect((await visitor.call('POST', '/api/v1/auth/register', { email, password })).status).toBe(201);
  return visitor;
}
const confirm = (userId: string) => server.query(`update users set email_verified_at = now() where id = $1`, [userId]);
const identitiesOf = async (visitor: Visitor) =>
  (await visitor.call<Identities>('GET', '/api/v1/me/identities')).body.identities.map((identity) => identity.provider);

describe('signing in with a provider', () => {
  it('is offered, and redirects with a challenge, a state and a nonce', async () => {
    const stranger = arrive();
    const { body: ways } = await stranger.call('GET', '/api/v1/auth/ways');
    expect(ways).toEqual({
      mail: false,
      providers: [
        { id: 'test', name: 'Test Provider' },
        { id: 'test-plain', name: 'Plain Provider' },
      ],
    });
    const asked = new URL((await begin(stranger)).body.location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      redirect_uri: 'https://universe.example/from/test',
      response_type: 'code',
      scope: 'openid email',
      code_challenge_method: 'S256',
    });
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^[\w-]{40,}$/);
    expect(codeOf(await begin(stranger, 'sign-in', 'nobody'))).toBe('not-found');
  });

  it('turns a guest into an account with the same id and data, and finds it again elsewhere', async () => {
    const ann = arrive();
    const guest = await me(ann);
    const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
    const somebody = vouchedFor('ann@example.org');
    const { cookie } = ann;
    const answer = await comeBy(ann, somebody);
    expect(routes.finishProviderSignIn.response.parse(answer.body)).toEqual({
      ...guest,
      isGuest: false,
      email: 'ann@example.org',
      isEmailVerified: true,
      hasPassword: false,
    });
    expect(ann.cookie).not.toBe(cookie);
    const elsewhere = arrive();
    const otherId = (await me(elsewhere)).id;
    const made = (await elsewhere.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
    expect((await comeBy(elsewhere, somebody)).body.id).toBe(guest.id);
    for (const universe of [id, made.id])
      expect((await elsewhere.call<UniverseDetail>('GET', `/api/v1/universes/${universe}`)).body.isMine).toBe(true);
    expect((await arrive().call('GET', `/api/v1/people/${otherId}`)).status).toBe(404);
    const login = { email: 'ann@example.org', password };
    expect((await arrive().call('POST', '/api/v1/auth/login', login)).status).toBe(401);
  });

  it('stores an address only if the provider has verified it', async () => {
    for (const somebody of [newSomebody(), newSomebody({ email: 'claimed@example.org', email_verified: false })]) {
      expect((await comeBy(arrive(), somebody)).body).toMatchObject({ isGuest: false, email: null, isEmailVerified: false });
    }
  });

  it('signs in to the account with the same address only if that address is verified', async () => {
    const email = 'both@example.org';
    const own = await register(email);
    const { id } = await me(own);
    const somebody = vouchedFor(email.toUpperCase());
    // Anyone could have registered the address of another user in advance.
    const refused = await comeBy(arrive(), somebody);
    expect([codeOf(refused), (refused.body as unknown as ErrorBody).error.message]).toEqual([
      'conflict',
      'There is an account with your address, but the address is not confirmed. Sign in with the password of that account, and connect Test Provider in the settings.',
    ]);
    await confirm(id);
    expect((await comeBy(arrive(), somebody)).body.id).toBe(id);
    expect(await identitiesOf(own)).toEqual(['test']);
  });

  it('identifies a user of a plain OAuth 2 provider by id, never by address', async () => {
    const { id } = await me(await register('plain@example.org'));
    await confirm(id);
    const somebody = vouchedFor('plain@example.org');
    const { body: first } = await comeBy(arrive(), somebody, 'sign-in', 'test-plain');
    expect(first).toMatchObject({ isGuest: false, email: null });
    expect(first.id).not.toBe(id);
    expect((await comeBy(arrive(), somebody, 'sign-in', 'test-plain')).body.id).toBe(first.id);
  });

  it('creates neither guest nor account if it fails', async () => {
    const stranger = arrive();
    await begin(stranger);
    expect(codeOf(await finish(stranger, { code: 'x', state: 'y' }))).toBe('wrong-credentials');
    expect((await stranger.call('GET', '/api/v1/me/identities')).status).toBe(403);
  });
});

describe('an answer of a provider', () => {
  const badTokens: [string, Lies][] = [
    ['another nonce', { nonce: 'another' }],
    ['another issuer', { issuer: 'https://elsewhere.example' }],
    ['another audience', { audience: 'elsewhere' }],
    ['another signing key', { key: 'another' }],
    ['no signature', { algorithm: 'none' }],
    ['the client secret as the key', { algorithm: 'HS256' }],
    ['an expired token', { expired: true }],
  ];
  it.each(badTokens)('is rejected with %s', async (_what, lies) => {
    provider.lies = lies;
    const answer = await comeBy(arrive(), newSomebody());
    expect([codeOf(answer), (answer.body as unknown as ErrorBody).error.message]).toEqual([
      'wrong-credentials',
      'Test Provider did not confirm who you are. Try again.',
    ]);
  });

  it('can be used once, in the session that requested it, at the same provider', async () => {
    const ann = arrive();
    provider.somebody = newSomebody();
    const back = await provider.visit((await begin(ann)).body.location);
    // A user who is lured to the link of another is not signed in as them.
    const other = arrive();
    expect(codeOf(await finish(other, back))).toBe('wrong-credentials');
    await begin(other);
    expect(codeOf(await finish(other, back))).toBe('wrong-credentials');
    expect(codeOf(await finish(ann, back, 'test-plain'))).toBe('wrong-credentials');
    expect(codeOf(await finish(ann, back))).toBe('wrong-credentials');
    const again = await provider.visit((await begin(ann)).body.location);
    expect(codeOf(await finish(ann, { ...again, state: back.state }))).toBe('wrong-credentials');
    expect(codeOf(await comeBy(ann, newSomebody()))).toBe('done');
  });

  it('answers 503 if the provider is unreachable', async () => {
    const gone = await startTestProvider();
    const lonely = await startTestServer({ PUBLIC_URL: 'https://universe.example', ...gone.variables });
    gone.close();
    const answer = await createVisitor(lonely.url).call('POST', '/api/v1/auth/providers/test', { purpose: 'sign-in' });
    expect([answer.status, codeOf(answer)]).toEqual([503, 'unavailable']);
    await lonely.stop();
  });
});

describe('connected providers', () => {
  it('can be connected, exported and disconnected', async () => {
    const email = 'grace@example.org';
    const grace = await register(email);
    const somebody = vouchedFor(email);
    const { id } = await me(grace);
    expect((await comeBy(grace, somebody, 'link')).body).toMatchObject({ id, isEmailVerified: true, hasPassword: true });
    expect(await identitiesOf(grace)).toEqual(['test']);
    expect((await comeBy(arrive(), somebody)).body.id).toBe(id);
    const { body: exported } = await grace.call<RouteResponse<'exportMe'>>('GET', '/api/v1/me/export');
    expect(exported.identities).toEqual([{ provider: 'test', subject: somebody.sub, since: expect.any(String) }]);
    const removed = await grace.call('DELETE', '/api/v1/me/identities/test');
    expect([removed.status, removed.body]).toEqual([200, { identities: [] }]);
    expect((await grace.call('DELETE', '/api/v1/me/identities/test')).status).toBe(404);
    await comeBy(grace, somebody, 'link');
    await grace.call('DELETE', '/api/v1/me', { password });
    const { rows } = await server.query('select 1 from identities where subject = $1', [somebody.sub]);
    expect(rows).toEqual([]);
  });

  it('keep the last sign-in method, and belong to one account', async () => {
    const ann = arrive();
    const somebody = newSomebody();
    await comeBy(ann, somebody);
    const { status, body } = await ann.call<ErrorBody>('DELETE', '/api/v1/me/identities/test');
    expect([status, body.error.message]).toEqual([
      409,
      'This is your only sign-in method. Choose a password, or connect another one first.',
    ]);
    const bob = await register('bob@example.org');
    expect(codeOf(await comeBy(bob, somebody, 'link'))).toBe('conflict');
    await comeBy(bob, newSomebody(), 'link');
    expect(codeOf(await comeBy(bob, newSomebody(), 'link'))).toBe('conflict');
    expect(codeOf(await begin(arrive(), 'link'))).toBe('not-allowed');
    await comeBy(ann, newSomebody(), 'link', 'test-plain');
    expect((await ann.call('DELETE', '/api/v1/me/identities/test')).status).toBe(200);
  });

  it('are checked by constraints of the database', async () => {
    const visitor = arrive();
    const { id } = (await visitor.call<Me>('PATCH', '/api/v1/me', { displayName: 'Ada' })).body;
    const refused = (text: string, ...values: unknown[]) =>
      expect(server.query(text, values), text).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
    await refused(`update users set email = 'x', email_hash = $2 where id = $1`, id, 'a'.repeat(64));
    await refused(`update users set account_since = now(), password_hash = '$argon2id$x' where id = $1`, id);
    await refused(`update users set account_since = now(), email = 'x' where id = $1`, id);
    await refused(`update users set email_verified_at = now() where id = $1`, id);
    await refused(`insert into identities (provider, subject, user_id) values ('No', 'x', $1)`, id);
    await refused(`insert into identities (provider, subject, user_id) values ('test', '', $1)`, id);
    await refused(`insert into identities (provider, subject, user_id) values ('test', 'x', 'nobody')`);
    await refused(`insert into mail_secrets (secret_hash, user_id, purpose, expires_at) values ('plain', $1, 'verify', now())`, id);
  });
});
