import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteResponse, UniverseDetail } from '../shared/api/contract/contract.ts';
import { insertUser } from './db/repositories/accounts/users.ts';
import { insertUniverse } from './db/repositories/universes/universes.ts';
import { comments } from './db/schema/feedback-schema.ts';
import { createLog } from './ops/log.ts';
import { type BreakableConnection, openBreakableLine } from './testing/breakable-connection.ts';
import { type TestDatabase, testDatabases } from './testing/test-databases.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from './testing/test-server.ts';

/** Another database in place of a replica: what it holds differs, which shows who was asked, and it says it is where the test wants it. */
let replica: TestDatabase;
let line: BreakableConnection;
let server: TestServer;
const lines: { msg: string }[] = [];
/** The author of the universe, as a guest with an account; the replica knows both by other names. */
let ann: Visitor;
let annId: string;
let universeId: string;

const replicaSetup = `
  create table replayed (position pg_lsn);
  insert into replayed values ('FFFFFFFF/0');
  create function public.pg_is_in_recovery() returns boolean language sql as 'select true';
  create function public.pg_last_wal_replay_lsn() returns pg_lsn language sql as 'select position from public.replayed';`;

beforeAll(async () => {
  const open = testDatabases.find(({ kind }) => kind === 'postgresql')!.open;
  const primary = await open();
  replica = await open();
  await replica.connection.query(replicaSetup);
  const address = new URL(replica.url!);
  await replica.connection.query(`alter database ${address.pathname.slice(1)} set search_path = public, pg_catalog`);
  line = await openBreakableLine({ host: address.hostname, port: Number(address.port) });
  address.port = String(line.port);
  const variables = { DATABASE_URL: primary.url!, DATABASE_REPLICA_URL: address.href, METRICS_PORT: '0' };
  const log = createLog('info', { write: (text) => lines.push(JSON.parse(text) as { msg: string }) });
  server = await startTestServer(variables, log, Promise.resolve(primary));

  ann = await createGuest(server.url);
  await ann.call('POST', '/api/v1/auth/register', { email: 'ann@example.org', password: 'correct horse', displayName: 'Ann' });
  annId = (await ann.call<{ id: string }>('GET', '/api/v1/me')).body.id;
  const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar', name: 'New name' })).body;
  universeId = id;
  await ann.call('PATCH', `/api/v1/universes/${id}`, { name: 'New name' });
  await ann.call('POST', `/api/v1/universes/${id}/comments`, { text: 'New comment' });
  const { db } = replica.connection;
  await insertUser(db, { id: annId, displayName: 'Old Ann', colour: '#ffffff' });
  await insertUniverse(db, { id, name: 'Old name', ownerId: annId, seed: 1, documentVersion: 1, editCount: 1 });
  await db.insert(comments).values({ id: 'old-comment', universeId: id, authorId: annId, number: 1, text: 'Old comment' });
});
afterAll(async () => {
  await server.stop();
  line.close();
  await replica.close();
});

/** Lets the replica stay where the primary is, so that it lacks what is written from now on. Both are on one PostgreSQL. */
async function stopReplaying() {
  await replica.connection.query('update replayed set position = pg_current_wal_insert_lsn()');
  await ann.call('PATCH', `/api/v1/universes/${universeId}`, { description: 'A sign' });
  await expect.poll(() => namesFor(ann)).toEqual(['New name']);
}
const replayAll = () => replica.connection.query(`update replayed set position = 'FFFFFFFF/0'`);
const namesFor = async (visitor: Visitor, search = '') =>
  (await visitor.call<RouteResponse<'listUniverses'>>('GET', `/api/v1/universes${search}`)).body.universes.map(({ name }) => name);
/** A visitor with the session of Ann, and without what she wrote. */
const annElsewhere = () => createVisitor(server.url, { cookie: /harmonic\.session=[^;]+/.exec(ann.cookie)![0] });
const stranger = () => createVisitor(server.url);
const countOf = async (place: string) => {
  const text = await (await fetch(server.metricsUrl!)).text();
  return Number(new RegExp(`^harmonic_db_reads_total\\{place="${place}"\\} (\\d+)$`, 'm').exec(text)![1]);
};
const textsOf = async (visitor: Visitor) =>
  (await visitor.call<RouteResponse<'listComments'>>('GET', `/api/v1/universes/${universeId}/comments`)).body.threads.map(
    ({ text }) => text,
  );

describe('a replica', () => {
  it('answers lists, profiles, cards and what strangers read, but nothing that decides a right', async () => {
    await expect.poll(() => namesFor(stranger())).toEqual(['Old name']);
    const before = await countOf('replica');
    expect(await namesFor(annElsewhere(), '?list=mine')).toEqual(['Old name']);
    expect(await countOf('replica')).toBeGreaterThan(before);
    expect([await namesFor(stranger(), '?q=old'), await namesFor(stranger(), '?q=new')]).toEqual([['Old name'], []]);
    expect((await stranger().call<{ templates: unknown[] }>('GET', '/api/v1/templates')).body.templates).toEqual([]);
    expect((await stranger().call('GET', `/api/v1/people/${annId}`)).body).toMatchObject({ displayName: 'Old Ann' });
    const { body: card } = await stranger().call('GET', `/oembed?url=${encodeURIComponent(`${server.url}/u/${universeId}`)}`);
    expect(card).toMatchObject({ title: 'New name', author_name: 'Old Ann' });
    expect([await textsOf(stranger()), await textsOf(annElsewhere())]).toEqual([['Old comment'], ['New comment']]);
    const detail = await stranger().call('GET', `/api/v1/universes/${universeId}`);
    expect(detail.body).toMatchObject({ name: 'New name', owner: { id: annId } });
    expect((await annElsewhere().call<{ id: string }>('GET', '/api/v1/me')).body.id).toBe(annId);
  });

  it('is not asked by who has just written, until it has what they wrote', async () => {
    await stopReplaying();
    const written = await ann.call('PATCH', `/api/v1/universes/${universeId}`, { description: 'More' });
    expect(written.headers.get('set-cookie')).toMatch(
      /^harmonic\.written=[0-9a-f]+\.[\w-]{43}; Max-Age=30; Path=\/; .*HttpOnly; SameSite=Lax$/,
    );
    expect((await ann.call('GET', '/api/v1/universes')).headers.get('set-cookie') ?? '').not.toContain('written');
    expect(await namesFor(stranger())).toEqual(['Old name']);
    const value = /harmonic\.written=([^;]+)/.exec(ann.cookie)![1]!;
    for (const forged of [`f${value}`, value.replace(/^./, (first) => (first === '1' ? '2' : '1')), value.split('.')[0], '']) {
      expect(await namesFor(createVisitor(server.url, { cookie: `harmonic.written=${forged}` }))).toEqual(['Old name']);
    }
    expect(await namesFor(createVisitor(server.url, { cookie: `a=b; harmonic.written=${value}` }))).toEqual(['New name']);
    await replayAll();
    expect(await namesFor(ann)).toEqual(['Old name']);
  });

  it('shows nobody what was hidden meanwhile', async () => {
    await stopReplaying();
    expect(await namesFor(stranger())).toEqual(['Old name']);
    await ann.call('PATCH', `/api/v1/universes/${universeId}`, { isPublic: false });
    expect(await namesFor(stranger())).toEqual([]);
    await ann.call('PATCH', `/api/v1/universes/${universeId}`, { isPublic: true });
    await replayAll();
    await expect.poll(() => namesFor(stranger())).toEqual(['Old name']);
  });

  it('shows strangers nothing that is hidden on the primary, also before this process has heard of it', async () => {
    const hide = (isPublic: boolean) => server.query('update universes set is_public = $2 where id = $1', [universeId, isPublic]);
    expect(await namesFor(stranger())).toEqual(['Old name']);
    const before = await countOf('replica');
    // As another process does before its event arrives.
    await hide(false);
    expect([await namesFor(stranger()), await namesFor(stranger(), '?list=popular')]).toEqual([[], []]);
    expect(await namesFor(annElsewhere(), '?list=mine')).toEqual(['Old name']);
    expect(await countOf('replica')).toBeGreaterThan(before);
    await hide(true);
    expect(await namesFor(stranger())).toEqual(['Old name']);
  });

  it('lists for others what was made of a template meanwhile', async () => {
    const listed = async () =>
      (await stranger().call<RouteResponse<'listTemplates'>>('GET', '/api/v1/templates?list=public')).body.templates.map(
        ({ name }) => name,
      );
    await stopReplaying();
    const words = { name: 'Mine', sentence: 'As I like it.', category: 'calm', putForward: [], universeId, isPublic: true };
    const { body } = await ann.call<{ id: string }>('POST', '/api/v1/templates', words);
    expect(await listed()).toEqual(['Mine']);
    await ann.call('PATCH', `/api/v1/templates/${body.id}`, { name: 'Ours' });
    expect(await listed()).toEqual(['Ours']);
    await ann.call('PATCH', `/api/v1/templates/${body.id}`, { isPublic: false });
    expect(await listed()).toEqual([]);
    await ann.call('PATCH', `/api/v1/templates/${body.id}`, { isPublic: true });
    await ann.call('DELETE', `/api/v1/templates/${body.id}`);
    expect(await listed()).toEqual([]);
    await replayAll();
    await expect.poll(() => namesFor(stranger())).toEqual(['Old name']);
  });

  it('is replaced by the primary while it is gone, and used again when it is back', async () => {
    line.cut();
    expect(await Promise.all([namesFor(stranger()), namesFor(stranger())])).toEqual([['New name'], ['New name']]);
    expect([await namesFor(stranger()), (await stranger().call('GET', '/readyz')).status]).toEqual([['New name'], 200]);
    const told = () => lines.map(({ msg }) => msg).filter((msg) => msg.includes('replica'));
    expect(told()).toEqual(['The replica is gone: the primary answers all reads']);
    expect([(await countOf('primary')) > 0, (await countOf('replica')) > 0]).toEqual([true, true]);
    line.mend();
    await expect.poll(() => namesFor(stranger()), { timeout: 6000 }).toEqual(['Old name']);
    expect(told().slice(1)).toEqual(['The replica is back']);
  });
});
