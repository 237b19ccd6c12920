import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGuest, startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts';
import { sessionDays } from './session-lifetime.ts';

const dayMs = 24 * 60 * 60 * 1000;
let server: TestServer;
let guest: Visitor;
let ann: Visitor;

beforeAll(async () => {
  server = await startTestServer();
  [guest, ann] = [await createGuest(server.url), await createGuest(server.url)];
  await beginSession(guest);
  await ann.call('POST', '/api/v1/auth/register', { email: 'ann@example.org', password: 'a tuba in the attic' });
});
afterAll(() => server.stop());

/** A guest gets a session when content of theirs is stored. */
const beginSession = (visitor: Visitor) => visitor.call('PATCH', '/api/v1/me', { displayName: 'Bob' });

const idOf = async (visitor: Visitor) => (await visitor.call<{ id: string }>('GET', '/api/v1/me')).body.id;

/** Makes a request, and returns the days until the session expires, by its cookie and by the database. */
async function daysLeft(visitor: Visitor): Promise<number[]> {
  const { headers, body } = await visitor.call<{ id: string }>('GET', '/api/v1/me');
  const { rows } = await server.query(`select max(expire) as expire from session where sess -> 'passport' ->> 'user' = $1`, [body.id]);
  const times = [/Expires=([^;]+)/.exec(headers.get('set-cookie')!)![1]!, (rows[0] as { expire: Date }).expire];
  return times.map((time) => Math.round((new Date(time).getTime() - Date.now()) / dayMs));
}

async function beginEarlier(visitor: Visitor, days: number): Promise<void> {
  const begun = Date.now() - days * dayMs;
  const text = `update session set sess = jsonb_set(sess::jsonb, '{begunAt}', $1::jsonb)::json where sess -> 'passport' ->> 'user' = $2`;
  await server.query(text, [String(begun), await idOf(visitor)]);
}

it('ends a session that is unused for a month', async () => {
  for (const visitor of [guest, ann]) {
    expect(await daysLeft(visitor)).toEqual([sessionDays.idle, sessionDays.idle]);
    const { cookie } = visitor;
    const id = await idOf(visitor);
    await server.query(`update session set expire = now() - interval '1 second' where sess -> 'passport' ->> 'user' = $1`, [id]);
    expect((await visitor.call<{ id: string }>('GET', '/api/v1/me', undefined, { cookie })).body.id).not.toBe(id);
  }
  await ann.call('POST', '/api/v1/auth/login', { email: 'ann@example.org', password: 'a tuba in the attic' });
});

it('ends the session of an account after three months, even if it is used', async () => {
  await daysLeft(ann);
  await beginEarlier(ann, 40);
  expect(await daysLeft(ann)).toEqual([30, 30]);
  await beginEarlier(ann, sessionDays.account - 4);
  expect(await daysLeft(ann)).toEqual([4, 4]);
  expect(await daysLeft(ann)).toEqual([4, 4]);
});

it('keeps the session of a guest, who has only the cookie, as long as it is used', async () => {
  await beginSession(guest);
  await beginEarlier(guest, 400);
  expect(await daysLeft(guest)).toEqual([sessionDays.idle, sessionDays.idle]);
});

it('writes the expiry of a session only when it moves notably', async () => {
  const bob = await createGuest(server.url);
  await beginSession(bob);
  const id = await idOf(bob);
  const ofBob = `from session where sess -> 'passport' ->> 'user' = '${id}'`;
  /** Returns the time of the expiry after another request, in ms. */
  const expiryAfterUse = async () => {
    expect(await idOf(bob)).toBe(id);
    const { rows } = await server.query(`select (extract(epoch from expire) * 1000)::float8 as expire ${ofBob}`);
    return (rows[0] as { expire: number }).expire;
  };
  const moveBack = (interval: string) =>
    server.query(`update session set expire = expire - interval '${interval}' where sid in (select sid ${ofBob})`);

  const first = await expiryAfterUse();
  expect(await expiryAfterUse()).toBe(first);
  await moveBack('10 minutes');
  expect(await expiryAfterUse()).toBe(first - 10 * 60_000);
  await moveBack('1 hour');
  expect(await expiryAfterUse()).toBeGreaterThanOrEqual(first);
  await moveBack('30 days');
  await moveBack('-10 seconds');
  expect(await expiryAfterUse()).toBeGreaterThanOrEqual(first);
});
