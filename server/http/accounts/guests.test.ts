import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import { createGuestService, type GuestService } from '../../services/accounts/guest-service.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/test-databases.ts';
import { createVisitor, join, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: '1' });
});
afterAll(() => server.stop());

const password = 'correct horse battery';
let visitors = 0;
const arrive = (cookie?: string) => {
  visitors += 1;
  return createVisitor(server.url, {
    'x-forwarded-for': `10.1.${visitors >> 8}.${visitors & 255}`,
    ...(cookie === undefined ? {} : { cookie }),
  });
};
const me = async (visitor: Visitor) => (await visitor.call<Me>('GET', '/api/v1/me')).body;
const count = async (table: string, where = 'true', ...values: unknown[]) =>
  Number(((await server.query(`select count(*) as count from ${table} where ${where}`, values)).rows[0] as { count: unknown }).count);
const isStored = async (id: string) => (await count('users', 'id = $1', id)) === 1;
const hasSession = async (id: string) => (await count('session', `(sess -> 'passport' ->> 'user') = $1`, id)) > 0;
const make = (visitor: Visitor, body: object = { templateId: 'pulsar' }) => visitor.call<UniverseDetail>('POST', '/api/v1/universes', body);
async function guest() {
  const visitor = arrive();
  return { visitor, ...(await me(visitor)) };
}

describe('a guest who only reads', () => {
  it('keeps the same id, and nothing is stored', async () => {
    const [users, sessions] = [await count('users'), await count('session')];
    const paths = ['/api/v1/me', '/api/v1/universes', '/api/v1/me/export', '/api/v1/me/notifications', '/api/v1/templates', '/', '/oembed'];
    const cookies = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { visitor, id, displayName, colour } = await guest();
        for (const path of paths) expect((await visitor.call('GET', path)).status).not.toBe(500);
        expect(await me(visitor)).toMatchObject({ id, displayName, colour, isGuest: true, bio: '', email: null });
        return visitor.cookie;
      }),
    );
    expect(new Set(cookies).size).toBe(12);
    expect([await count('users'), await count('session')]).toEqual([users, sessions]);
  });

  it('has a profile until they delete themselves, and forged ids have none', async () => {
    const { visitor, id, displayName } = await guest();
    const profile = (of: string) => arrive().call<{ since: string }>('GET', `/api/v1/people/${of}`);
    expect((await profile(id)).body).toMatchObject({ id, displayName, isGuest: true });
    expect(Math.abs(Date.parse((await profile(id)).body.since) - Date.now())).toBeLessThan(2 * 60 * 60 * 1000);
    expect((await profile(`${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    await visitor.call('DELETE', '/api/v1/me', {});
    expect((await profile(id)).status).toBe(404);
  });

  it('is not recognised by a cookie that is forged, of another or too old', async () => {
    const { visitor, id } = await guest();
    const [name, value] = visitor.cookie.split('=') as [string, string];
    const [word, , issued, mac] = value.split('.') as [string, string, string, string];
    const forged = [
      [word, id, issued, `${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`],
      [word, 'A'.repeat(16), issued, mac],
      [word, id, '1', mac],
      [word, id, issued],
    ];
    for (const parts of forged) {
      const { body } = await arrive(`${name}=${parts.join('.')}`).call<Me>('GET', '/api/v1/me');
      expect([parts, body.id === id, body.isGuest]).toEqual([parts, false, true]);
    }
  });
});

describe('a failed request', () => {
  it('stores nothing, for strangers and guests', async () => {
    const [users, sessions] = [await count('users'), await count('session')];
    const tries: [string, string, unknown?][] = [
      ['POST', '/api/v1/universes', { templateId: 'nowhere' }],
      ['POST', '/api/v1/universes', { unknown: true }],
      ['PUT', '/api/v1/universes/nowhere/favourite'],
      ['DELETE', '/api/v1/universes/nowhere/favourite'],
      ['PATCH', '/api/v1/me', { colour: 'green' }],
      ['POST', '/api/v1/invitations/accept', { secret: 'never' }],
      ['POST', '/api/v1/universes/nowhere/comments', { text: 'Hello' }],
      ['PUT', '/api/v1/universes/nowhere/note', { text: 'Hello' }],
      ['POST', '/api/v1/auth/login', { email: 'nobody@example.org', password }],
      ['POST', '/api/v1/auth/logout'],
    ];
    for (const visitor of [arrive(), (await guest()).visitor]) {
      for (const [method, path, body] of tries) {
        const { status } = await visitor.call(method, path, body);
        expect([path, status < 500]).toEqual([path, true]);
      }
    }
    expect([await count('users'), await count('session')]).toEqual([users, sessions]);
  });

  it('stores nothing if it changes nothing', async () => {
    const owner = arrive();
    const { id: universeId } = (await make(owner)).body;
    const { visitor, id } = await guest();
    expect((await visitor.call('DELETE', `/api/v1/universes/${universeId}/favourite`)).status).toBe(200);
    expect([await isStored(id), (await me(visitor)).id]).toEqual([false, id]);
  });
});

describe('something to store', () => {
  it.each<[string, (visitor: Visitor, universeId: string) => Promise<unknown>]>([
    ['a universe', (visitor) => make(visitor)],
    ['a favourite', (visitor, id) => visitor.call('PUT', `/api/v1/universes/${id}/favourite`)],
    ['a comment', (visitor, id) => visitor.call('POST', `/api/v1/universes/${id}/comments`, { text: 'Hello' })],
    ['a private note', (visitor, id) => visitor.call('PUT', `/api/v1/universes/${id}/note`, { text: 'Mine' })],
    ['a review', (visitor, id) => visitor.call('PUT', `/api/v1/universes/${id}/review`, { stars: 4 })],
    ['a name', (visitor) => visitor.call('PATCH', '/api/v1/me', { displayName: 'Ada' })],
    ['a preference', (visitor) => visitor.call('PATCH', '/api/v1/me', { preferences: { theme: 'dark' } })],
    ['an edit', (visitor, id) => visitor.call('PATCH', `/api/v1/universes/${id}/parameters/physics`, { gravity: 2 })],
  ])('stores a guest under the same id: %s', async (what, keep) => {
    const { id: universeId } = (await make(arrive())).body;
    const { visitor, id, displayName } = await guest();
    const before = visitor.cookie;
    expect(await keep(visitor, universeId)).toMatchObject({ status: expect.toSatisfy((status: number) => status < 300) });
    expect([await isStored(id), await hasSession(id), visitor.cookie === before]).toEqual([true, true, false]);
    const now = await me(visitor);
    expect(now.id).toBe(id);
    expect(now.displayName).toBe(what === 'a name' ? 'Ada' : displayName);
    // The old cookie still works, before the browser has the new one.
    expect((await me(arrive(before))).id).toBe(id);
  });

  it('stores one guest for many concurrent requests, whichever of them fail', async () => {
    const { visitor, id } = await guest();
    const { cookie } = visitor;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => make(arrive(cookie), at % 2 ? { templateId: 'pulsar' } : { templateId: 'nowhere' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 201, 404, 201, 404, 201, 404, 201]);
    expect([await count('users', 'id = $1', id), await count('universes', 'owner_id = $1', id)]).toEqual([1, 4]);
  });

  it('stores a guest in a room with the first edit or a name, and not before', async () => {
    const { id: universeId } = (await make(arrive())).body;
    const [editor, chatter] = [await guest(), await guest()];
    const [hand, voice] = [await join(server.url, editor.visitor, { universeId }), await join(server.url, chatter.visitor, { universeId })];
    voice.send('chat', { text: 'Hello' });
    voice.send('cursor', { x: 1, y: 0, z: 0, visible: true, editing: '' });
    await hand.until(() => hand.heard.chat.length > 0);
    expect([await isStored(editor.id), await isStored(chatter.id)]).toEqual([false, false]);
    hand.send('edit', { clientId: 'client-of-a-guest', clientSequence: 1, edit: { kind: 'parameters.set', values: { gravity: 3 } } });
    await voice.until(() => voice.heard.edits.length > 0);
    voice.send('profile', { name: 'Grace' });
    await voice.until(() => [...voice.room.state.members.values()].some(({ name }) => name === 'Grace'));
    expect([await isStored(editor.id), await isStored(chatter.id)]).toEqual([true, true]);
    await Promise.all([hand.room.leave(), voice.room.leave()]);
    expect(await me(chatter.visitor)).toMatchObject({ id: chatter.id, displayName: 'Grace' });
    // Reading starts no session; storing something does.
    expect(await hasSession(editor.id)).toBe(false);
    expect((await make(editor.visitor)).status).toBe(201);
    expect([await hasSession(editor.id), (await me(editor.visitor)).id]).toEqual([true, editor.id]);
  });
});

describe('an account', () => {
  const register = (visitor: Visitor, email: string) => visitor.call<Me>('POST', '/api/v1/auth/register', { email, password });

  it('is made of a guest who is not stored, with the same id, and ends the old cookie', async () => {
    const { visitor, id, displayName } = await guest();
    const { cookie } = visitor;
    expect((await register(visitor, 'same-id@example.org')).body).toMatchObject({ id, displayName, isGuest: false });
    expect((await me(visitor)).isGuest).toBe(false);
    expect((await me(arrive(cookie))).id).not.toBe(id);
    expect((await make(arrive(cookie))).status).toBe(201);
    expect(await count('universes', 'owner_id = $1', id)).toBe(0);
    expect((await visitor.call('DELETE', '/api/v1/me', { password })).status).toBe(200);
    expect((await me(arrive(cookie))).id).not.toBe(id);
  });

  it('takes over the data of a guest, and ends the cookie of the guest', async () => {
    await register(arrive(), 'takes-up@example.org');
    for (const keeps of [false, true]) {
      const { visitor, id } = await guest();
      const { cookie } = visitor;
      if (keeps) await make(visitor);
      const account = await visitor.call<Me>('POST', '/api/v1/auth/login', { email: 'takes-up@example.org', password });
      expect(account.body.isGuest).toBe(false);
      expect([keeps, await isStored(id), (await me(arrive(cookie))).id === id]).toEqual([keeps, false, false]);
      expect(await count('universes', 'owner_id = $1', account.body.id)).toBe(keeps ? 1 : 0);
    }
  });

  it.each(['logout', 'delete'])('is not needed to leave: after %s no cookie of a stored guest is valid', async (what) => {
    const { visitor, id } = await guest();
    const { cookie } = visitor;
    await make(visitor);
    const { id: universeId } = (await make(arrive())).body;
    const { cookie: session } = visitor;
    const comeIn = (old: string) => arrive(old).call('POST', '/matchmake/joinOrCreate/universe', { universeId });
    expect([(await comeIn(cookie)).status, (await comeIn(session)).status]).toEqual([200, 200]);
    await (what === 'logout' ? visitor.call('POST', '/api/v1/auth/logout') : visitor.call('DELETE', '/api/v1/me', {}));
    for (const old of [cookie, session]) {
      expect((await me(arrive(old))).id).not.toBe(id);
      expect((await comeIn(old)).status).toBe(401);
    }
  });
});

describe('the clean-up', () => {
  let database: TestDatabase;
  let guests: GuestService;
  beforeAll(async () => {
    database = await openTestDatabase();
    guests = createGuestService(database.connection.db);
  });
  afterAll(() => database.close());

  it('deletes guests without data and session after a day', async () => {
    const query = (text: string, values: unknown[] = []) => database.connection.query(text, values);
    const names = ['idle', 'fresh', 'kept', 'account', 'owner', 'fan', 'back'];
    for (const id of names) {
      await query(
        `insert into users (id, display_name, colour, created_at) values ($1, 'Quiet Moon', '#ffffff', now() - interval '2 days')`,
        [id],
      );
    }
    await query(`update users set created_at = now() where id = 'fresh'`);
    await query(`update users set is_kept = true where id = 'kept'`);
    await query(`update users set account_since = now() where id = 'account'`);
    await query(`insert into universes (id, name, owner_id, document_version, seed) values ('u', 'U', 'owner', 1, 1)`);
    await query(`insert into favourites (user_id, universe_id) values ('fan', 'u')`);
    await query(`insert into session (sid, sess, expire) values ('s', '{"passport":{"user":"back"}}', now() + interval '1 day')`);
    await query(`insert into spent_guests (id, created_at) values ('old', now() - interval '40 days'), ('new', now())`);
    await guests.forget(new Date());
    const left = async (table: string) =>
      ((await query(`select id from ${table} order by id`)).rows as { id: string }[]).map(({ id }) => id);
    expect(await left('users')).toEqual(names.filter((id) => id !== 'idle').toSorted());
    expect(await left('spent_guests')).toEqual(['new']);
    // Tables that are added later and refer to users are checked without a change here.
    await query(`create table later (user_id varchar(24) references users (id))`);
    await query(`update users set created_at = now() - interval '2 days' where id = 'fresh'`);
    await query(`insert into later values ('fresh')`);
    await guests.forget(new Date());
    expect(await left('users')).toContain('fresh');
  });
});
