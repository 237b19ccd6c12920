import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listQuerySchema } from '../../../shared/api/universes/list-schemas.ts';
import type { UniverseList } from '../../../shared/api/universes/lists.ts';
import { defaultDocument } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import { writeDocument } from '../../db/repositories/documents/documents.ts';
import { listQuery } from '../../db/repositories/lists/lists.ts';
import { insertUniverse, type NewUniverse } from '../../db/repositories/universes/universes.ts';
import { collaborators } from '../../db/schema/sharing-schema.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/test-databases.ts';
import { createFavouriteService } from '../feedback/favourite-service.ts';
import { newId } from '../ids.ts';
import { createListService, type ListService } from './list-service.ts';
import { createNotificationService } from '../accounts/notification-service.ts';
import { createUserService } from '../accounts/user-service.ts';

let database: TestDatabase;
let lists: ListService;
let ann: string;
let bob: string;

beforeAll(async () => {
  database = await openTestDatabase();
  lists = createListService(database.connection.db);
  const users = createUserService(database.connection.db);
  ann = (await users.createGuest()).id;
  bob = (await users.createGuest()).id;
});
afterAll(() => database.close());

/** Adds an edited universe that belongs to Ann. */
async function add(row: Partial<NewUniverse> = {}, music: object = {}): Promise<string> {
  const { db } = database.connection;
  const document = defaultDocument();
  const id = newId(10);
  await insertUniverse(db, { id, name: 'One', ownerId: ann, seed: 1, documentVersion: document.version, editCount: 1, ...row });
  await writeDocument(db, id, { ...document, parameters: { ...document.parameters, ...music } }, null);
  return id;
}

const favouritesOn = (db: Database) => createFavouriteService(db, createNotificationService(db));

const page = (list: UniverseList, query: object = {}, userId?: string) =>
  lists.page(userId, listQuerySchema.parse({ list, limit: '48', ...query }));

const idsOf = async (...asked: Parameters<typeof page>) => (await page(...asked)).universes.map(({ universe }) => universe.id);

/** Reads a list to its end, in small pages. */
async function walk(list: UniverseList, query: object, userId: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null | undefined;
  do {
    const next = await page(list, { ...query, limit: '3', ...(cursor ? { cursor } : {}) }, userId);
    found.push(...next.universes.map(({ universe }) => universe.id));
    cursor = next.next;
  } while (cursor);
  return found;
}

describe('pages', () => {
  it.each<UniverseList>(['recent', 'popular', 'mine', 'shared', 'favourites'])(
    'of %s hold each universe once, even if several have the same sort value',
    async (list) => {
      const { db } = database.connection;
      const made: string[] = [];
      const tag = `pages ${list}`;
      for (let at = 0; at < 10; at += 1) {
        const updatedAt = new Date(Date.UTC(2026, 10, 1) + Math.floor(at / 4));
        const id = await add({ tags: [tag], updatedAt, popularity: Math.floor(at / 4) / 3 });
        made.push(id);
        await db.insert(collaborators).values({ universeId: id, userId: bob, role: 'viewer' });
        await favouritesOn(db).add(bob, id);
      }
      // Smaller than a millisecond: two universes differ only within one.
      await db.execute(sql`update universes set updated_at = updated_at + interval '7 microseconds' where id = ${made[2]}`);
      await db.execute(sql`update favourites set created_at = date_trunc('second', created_at) where user_id = ${bob}`);
      const found = await walk(list, { tag }, list === 'mine' ? ann : bob);
      expect(found.toSorted()).toEqual(made.toSorted());
    },
  );

  it('begin with the latest change', async () => {
    const old = await add({ tags: ['order'], updatedAt: new Date('2026-11-01') });
    const young = await add({ tags: ['order'], updatedAt: new Date('2026-11-02') });
    expect(await idsOf('recent', { tag: 'order' })).toEqual([young, old]);
  });

  it.each(['', 'nonsense', Buffer.from('["popular",1,"a"]').toString('base64url'), Buffer.from('["recent",-1,"a"]').toString('base64url')])(
    'reject the cursor %j and name the field',
    async (cursor) => {
      await expect(page('recent', { cursor })).rejects.toMatchObject({
        code: 'invalid-input',
        issues: [{ path: 'cursor', value: cursor }],
      });
    },
  );
});

describe('filters', () => {
  it('match the beginnings of words in name and description', async () => {
    const id = await add({ name: 'Velvet Quasar', description: 'Slow-burning bells of brass' });
    for (const q of ['velvet', 'VEL qua', 'bel', 'velvet brass', 'slow', 'slow-burn']) {
      expect([q, (await idsOf('recent', { q })).includes(id)]).toEqual([q, true]);
    }
    for (const q of ['elvet', 'velvet tin', '!!', '"', "'velvet", 'vel & qua'])
      expect([q, (await idsOf('recent', { q })).includes(id)]).toEqual([q, false]);
  });

  it('match all tags at once, the key, and the tempo', async () => {
    const id = await add({ tags: ['filters', 'deep space'] }, { key: 'F♯', tempo: 96 });
    const other = await add({ tags: ['filters'] }, { key: 'C', tempo: 180 });
    const find = async (query: object) => (await idsOf('recent', { tag: 'filters', ...query })).toSorted();
    expect(await find({})).toEqual([id, other].toSorted());
    expect(await find({ tag: ['filters', 'deep space'] })).toEqual([id]);
    expect(await find({ key: 'F♯' })).toEqual([id]);
    expect(await find({ tempoMin: '100' })).toEqual([other]);
    expect(await find({ tempoMin: '96', tempoMax: '96' })).toEqual([id]);
    expect(await find({ key: 'C', tempoMax: '100' })).toEqual([]);
  });
});

describe('visibility', () => {
  it('hides universes that are private to others, deleted, or unedited', async () => {
    const { db } = database.connection;
    const tags = ['seen'];
    const hidden = await add({ tags, isPublic: false });
    const gone = await add({ tags, deletedAt: new Date() });
    const at = new Date('2026-11-03');
    const untouched = await add({ tags, templateId: 'pulsar', editCount: 0, createdAt: at, updatedAt: at });
    for (const id of [hidden, gone]) await db.execute(sql`insert into favourites (user_id, universe_id) values (${bob}, ${id})`);
    for (const list of ['recent', 'popular', 'mine', 'shared', 'favourites'] as const) {
      expect([list, await idsOf(list, { tag: 'seen' }, bob)]).toEqual([list, []]);
      expect([list, await idsOf(list, { tag: 'seen' })]).toEqual([list, []]);
    }
    expect(await idsOf('mine', { tag: 'seen' }, ann)).toEqual([hidden]);
    await db
      .insert(collaborators)
      .values([hidden, gone, untouched].map((universeId) => ({ universeId, userId: bob, role: 'viewer' as const })));
    expect((await idsOf('shared', { tag: 'seen' }, bob)).toSorted()).toEqual([hidden, untouched].toSorted());
    expect(await idsOf('favourites', { tag: 'seen' }, bob)).toEqual([hidden]);
    expect(await idsOf('recent', { tag: 'seen' }, bob)).toEqual([]);
  });

  it('returns the owner of each universe, and whether it is a favourite of the user', async () => {
    const id = await add({ tags: ['told'] });
    await favouritesOn(database.connection.db).add(bob, id);
    const [forBob] = (await page('recent', { tag: 'told' }, bob)).universes;
    expect(forBob).toMatchObject({ owner: { id: ann }, isFavourite: true, universe: { favouriteCount: 1 } });
    expect((await page('recent', { tag: 'told' }, ann)).universes[0]).toMatchObject({ isFavourite: false });
  });
});

describe('a favourite', () => {
  it('is counted exactly during concurrent additions and removals', async () => {
    const { db } = database.connection;
    const favourites = favouritesOn(db);
    const users = createUserService(db);
    const id = await add();
    const guests = await Promise.all(Array.from({ length: 12 }, () => users.createGuest()));
    await Promise.all([...guests, ...guests].map((person) => favourites.add(person.id, id)));
    await Promise.all(guests.slice(0, 5).flatMap((person) => [favourites.remove(person.id, id), favourites.remove(person.id, id)]));
    expect(await favourites.add(guests[11]!.id, id)).toEqual({ isFavourite: true, favouriteCount: 7 });
    await Promise.all(guests.map((person) => favourites.remove(person.id, id)));
    const { rows } = await database.connection.query('select favourite_count, popularity from universes where id = $1', [id]);
    expect(rows).toEqual([{ favourite_count: 0, popularity: 0 }]);
  });
});

describe('the query plan', () => {
  it.each([
    ['recent', 'universes_recent_index'],
    ['popular', 'universes_popular_index'],
  ] as const)('of %s reads %s from its end', async (list, index) => {
    const { db, query } = database.connection;
    await query(
      `insert into universes (id, name, owner_id, document_version, seed, edit_count, is_public, popularity, updated_at)
       select $2 || n, 'Many', $1, 1, 1, n % 3, n % 5 > 0, n % 97, now() - n * interval '1 minute' from generate_series(1, 4000) as n`,
      [ann, list],
    );
    await query('analyze universes');
    const wish = { list, userId: '', text: '', tags: [], limit: 25 };
    for (const after of [undefined, { value: 60, id: 'recent1' }]) {
      const statement = (listQuery(db, { ...wish, after }) as unknown as { toSQL(): { sql: string; params: unknown[] } }).toSQL();
      const { rows } = await query(`explain ${statement.sql}`, statement.params);
      const plan = rows.map((row) => Object.values(row as object)[0]).join('\n');
      expect(plan).toContain(`Index Scan Backward using ${index}`);
      expect(plan).not.toContain('Sort');
    }
  });
});
