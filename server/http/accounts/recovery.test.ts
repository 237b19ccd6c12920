import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import { rates } from '../../../shared/api/rates.ts';
import { comparableHeaders } from '../../testing/comparable-headers.ts';
import { type Mailbox, type ReceivedMail, startMailbox } from '../../testing/mailbox.ts';
import { createVisitor, join, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let mailbox: Mailbox;
let server: TestServer;

beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startTestServer({ TRUST_PROXY: '1', ...mailbox.variables });
});
afterAll(async () => {
  await server.stop();
  mailbox.close();
});

const password = 'correct horse';
let visitors = 0;
const arrive = () => createVisitor(server.url, { 'x-forwarded-for': `10.1.${visitors >> 8}.${(visitors += 1) & 255}` });
const me = async (visitor: Visitor) => (await visitor.call<Me>('GET', '/api/v1/me')).body;
const auth = <T = ErrorBody>(visitor: Visitor, what: string, body?: object) => visitor.call<T>('POST', `/api/v1/auth/${what}`, body);
const secretIn = ({ text }: ReceivedMail, page: string) =>
  new RegExp(`^https://universe\\.example/${page}#([\\w-]{32})$`, 'm').exec(text)![1]!;

async function register(): Promise<{ visitor: Visitor; email: string }> {
  const visitor = arrive();
  const email = `person-${visitors}@example.org`;
  expect((await auth(visitor, 'register', { email, password })).status).toBe(201);
  return { visitor, email };
}

describe('an address', () => {
  it('is verified by the link of a mail, which works once', async () => {
    const { visitor, email } = await register();
    expect(await me(visitor)).toMatchObject({ email, isEmailVerified: false });
    const secret = secretIn(await mailbox.take(email, 'Confirm'), 'verify');
    const { rows } = await server.query('select secret_hash from mail_secrets');
    expect(JSON.stringify(rows)).not.toContain(secret);
    // The mail may be read on another device, where the user is not signed in.
    const elsewhere = arrive();
    expect(await auth(elsewhere, 'verification/accept', { secret })).toMatchObject({ status: 200, body: {} });
    expect(elsewhere.cookie).toBe('');
    expect((await me(visitor)).isEmailVerified).toBe(true);
    const again = await auth(elsewhere, 'verification/accept', { secret });
    expect([again.status, again.body.error.message]).toEqual([404, 'This link is not valid any more. Ask for a new one.']);
  });

  it('is sent another mail on request, until it is verified', async () => {
    const { visitor, email } = await register();
    const first = secretIn(await mailbox.take(email, 'Confirm'), 'verify');
    expect((await auth(visitor, 'verification')).status).toBe(200);
    const second = secretIn(await mailbox.take(email, 'Confirm'), 'verify');
    expect((await auth(arrive(), 'verification/accept', { secret: first })).status).toBe(200);
    expect((await auth(arrive(), 'verification/accept', { secret: second })).status).toBe(404);
    expect((await auth(visitor, 'verification')).status).toBe(200);
    expect((await auth(arrive(), 'verification')).status).toBe(403);
  });

  it('gets a mail when another user tries to register it, and the mail alone says so', async () => {
    const { email } = await register();
    const bob = arrive();
    const answer = await auth(bob, 'register', { email: ` ${email.toUpperCase()}`, password: 'another horse' });
    expect([answer.status, answer.body.error.message]).toEqual([409, 'This address can not be used.']);
    const letter = await mailbox.take(email, 'already');
    expect(letter.text).toContain('https://universe.example/sign-in');
    expect(letter.text).not.toContain('#');
  });

  it('is not verified by an expired link, nor does the link serve another purpose', async () => {
    const { email } = await register();
    const secret = secretIn(await mailbox.take(email, 'Confirm'), 'verify');
    expect((await auth(arrive(), 'password/reset', { secret, password })).status).toBe(404);
    await server.query(`update mail_secrets set expires_at = now() - interval '1 second'`);
    expect((await auth(arrive(), 'verification/accept', { secret })).status).toBe(404);
  });
});

describe('a forgotten password', () => {
  it('is replaced by the link of a mail, which ends all sessions and works once', async () => {
    const { visitor, email } = await register();
    const { id } = await me(visitor);
    const universe = (await visitor.call<{ id: string }>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
    const listener = await join(server.url, visitor, { universeId: universe.id });
    const left = new Promise((resolve) => listener.room.onLeave(resolve));
    const asking = arrive();
    expect((await auth(asking, 'password/forgotten', { email: email.toUpperCase() })).body).toEqual({});
    const secret = secretIn(await mailbox.take(email, 'new password'), 'reset-password');
    const short = await auth(asking, 'password/reset', { secret, password: 'short' });
    expect(short.body.error.issues).toEqual([
      { path: 'password', rule: 'must have at least 8 characters', reason: 'too-short', params: { min: 8 }, value: '(hidden)' },
    ]);
    expect((await auth(asking, 'password/reset', { secret, password: 'battery staple' })).body).toEqual({});
    await left;
    expect(asking.cookie).toBe('');
    expect((await me(visitor)).id).not.toBe(id);
    expect((await auth(asking, 'password/reset', { secret, password: 'battery staple' })).status).toBe(404);
    expect((await auth(arrive(), 'login', { email, password })).status).toBe(401);
    const back = await auth<Me>(arrive(), 'login', { email, password: 'battery staple' });
    expect(back.body).toMatchObject({ id, isEmailVerified: true });
  });

  it('gives the account to the owner of the address, without identities connected before', async () => {
    const { visitor, email } = await register();
    const { id } = await me(visitor);
    await server.query(`insert into identities (provider, subject, user_id) values ('elsewhere', 'not-the-owner', $1)`, [id]);
    const forgotten = async () => {
      await auth(arrive(), 'password/forgotten', { email });
      return secretIn(await mailbox.take(email, 'new password'), 'reset-password');
    };
    const identities = async () => (await server.query('select subject from identities where user_id = $1', [id])).rows;
    await auth(arrive(), 'password/reset', { secret: await forgotten(), password: 'battery staple' });
    expect(await identities()).toEqual([]);
    // Identities that the owner connects afterwards survive another reset.
    await server.query(`insert into identities (provider, subject, user_id) values ('elsewhere', 'the-owner', $1)`, [id]);
    await auth(arrive(), 'password/reset', { secret: await forgotten(), password: 'battery stapler' });
    expect(await identities()).toEqual([{ subject: 'the-owner' }]);
  });

  it('is answered alike, with as much work, whether the address has an account or not', async () => {
    const { email } = await register();
    const jobs = async () => {
      const { rows } = await server.query(`select count(*)::integer as jobs from pgboss.job where name = 'mail'`);
      return (rows[0] as { jobs: number }).jobs;
    };
    /** Returns the answer and the number of jobs that it added, the only slow part. */
    const ask = async (address: string) => {
      const before = await jobs();
      const { status, body, headers } = await auth(arrive(), 'password/forgotten', { email: address });
      return [status, body, comparableHeaders(headers), (await jobs()) - before];
    };
    const known = await ask(email);
    expect(known[3]).toBe(1);
    expect(await ask('nobody@example.org')).toEqual(known);
    for (let round = 0; round < rates.mail.perAccount.points - 1; round += 1) {
      await ask(email);
      await ask('nobody@example.org');
    }
    expect((await ask(email))[0]).toBe(429);
    expect(mailbox.letters.filter(({ to }) => to === 'nobody@example.org')).toEqual([]);
  });
});

it('retries a rejected mail, and stores neither its address nor its secret with the job', async () => {
  mailbox.refuse(1);
  const { email } = await register();
  const failed = async () => {
    const { rows } = await server.query(`select state, data, output from pgboss.job where name = 'mail' and state = 'retry'`);
    return rows as { data: object; output: { message: string } }[];
  };
  await expect.poll(async () => (await failed()).length, { timeout: 20_000 }).toBe(1);
  const [job] = await failed();
  expect(job!.output.message).toBe('The mail server did not take a letter: EENVELOPE 451');
  expect(JSON.stringify(job)).not.toContain(email);
  await server.query(`update pgboss.job set start_after = now() where state = 'retry'`);
  secretIn(await mailbox.take(email, 'Confirm'), 'verify');
});

it('sends no reset link that was requested before the account was secured, however late the mail is', async () => {
  const { visitor, email } = await register();
  await mailbox.take(email, 'Confirm');
  mailbox.refuse(1, email);
  await auth(arrive(), 'password/forgotten', { email });
  const states = async () => {
    const { rows } = await server.query(
      `select state from pgboss.job where name = 'mail' and data ->> 'letter' = 'reset' order by created_on`,
    );
    return (rows as { state: string }[]).at(-1)?.state;
  };
  await expect.poll(states, { timeout: 20_000 }).toBe('retry');
  expect((await auth(visitor, 'password', { current: password, next: 'battery staple' })).status).toBe(200);
  await server.query(`update pgboss.job set start_after = now() where state = 'retry'`);
  await expect.poll(states, { timeout: 20_000 }).toBe('completed');
  expect(mailbox.letters.filter(({ to }) => to === email)).toEqual([]);
  expect(
    (await server.query(`select 1 from mail_secrets where purpose = 'reset' and user_id = $1`, [(await me(visitor)).id])).rows,
  ).toEqual([]);
});
