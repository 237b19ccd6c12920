import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listQuerySchema } from '../../../shared/api/universes/list-schemas.ts';
import { templateQuerySchema } from '../../../shared/api/universes/template-schemas.ts';
import { defaultDocument } from '../../../shared/universe/index.ts';
import { insertUniverse, updateUniverseRow } from '../../db/repositories/universes/universes.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/test-databases.ts';
import { newId } from '../ids.ts';
import { createListService } from './list-service.ts';
import { refreshSearch } from './search-refresh.ts';
import { createTemplateService } from '../universes/template-service.ts';
import { createUserService } from '../accounts/user-service.ts';

let database: TestDatabase;
let ann: string;

beforeAll(async () => {
  database = await openTestDatabase();
  ann = (await createUserService(database.connection.db).createGuest()).id;
}, 120_000);
afterAll(() => database.close());

async function add(name: string, description = '', tags: string[] = []): Promise<string> {
  const id = newId(10);
  await insertUniverse(database.connection.db, { id, name, description, tags, ownerId: ann, seed: 1, documentVersion: 1, editCount: 1 });
  return id;
}

async function find(query: object): Promise<string[]> {
  const page = await createListService(database.connection.db).page(ann, listQuerySchema.parse({ list: 'mine', limit: '48', ...query }));
  return page.universes.map(({ universe }) => universe.name).toSorted();
}

const names = [
  'café au lait',
  'cafe\u0301 noir',
  'cafe central',
  '音楽の宇宙',
  '宇宙船',
  '🎹🎶 keys',
  '👨‍👩‍👧 family',
  'node.js waves',
  'Straße der STERNE',
  'İstanbul nights',
  'ΟΔΟΣ ΑΘΗΝΑΣ',
  'Ёлка ЗИМОЙ',
  'مُوسِيـقى الكون',
  '한국의 별',
  'ガラス',
  'C:\\temp\\new',
  '100% pure',
  'snake_case',
  'say "hello"',
  "rock 'n' roll",
  '*** stars (a|b) & !c:*',
  'Velvet Quasar',
];

describe('a search', () => {
  beforeAll(async () => {
    for (const name of names) await add(name);
  });

  it.each([
    ['café', ['cafe central', 'cafe\u0301 noir', 'café au lait']],
    ['cafe\u0301', ['cafe central', 'cafe\u0301 noir', 'café au lait']],
    ['CAFE', ['cafe central', 'cafe\u0301 noir', 'café au lait']],
    ['ｃａｆｅ cen', ['cafe central']],
    ['宇宙', ['音楽の宇宙', '宇宙船']],
    ['の宇', ['音楽の宇宙']],
    ['宙', ['音楽の宇宙', '宇宙船']],
    ['楽宇', []],
    ['🎹', ['🎹🎶 keys']],
    ['🎶', ['🎹🎶 keys']],
    ['👩', ['👨‍👩‍👧 family']],
    ['👨‍👩‍👧', ['👨‍👩‍👧 family']],
    ['js', ['node.js waves']],
    ['.js', ['node.js waves']],
    ['node.j', ['node.js waves']],
    ['node.jsx', []],
    ['strasse', ['Straße der STERNE']],
    ['STRASSE sterne', ['Straße der STERNE']],
    ['straß', ['Straße der STERNE']],
    ['istanbul', ['İstanbul nights']],
    ['İST', ['İstanbul nights']],
    ['οδος', ['ΟΔΟΣ ΑΘΗΝΑΣ']],
    ['Οδός αθήνας', ['ΟΔΟΣ ΑΘΗΝΑΣ']],
    ['елка зимой', ['Ёлка ЗИМОЙ']],
    ['موسيقى', ['مُوسِيـقى الكون']],
    ['كون', ['مُوسِيـقى الكون']],
    ['\u1112\u1161\u11ab\u1100\u116e\u11a8', ['한국의 별']],
    ['국의', ['한국의 별']],
    ['ｶﾞﾗｽ', ['ガラス']],
    ['カラス', []],
    ['\\', ['C:\\temp\\new']],
    ['\\temp', ['C:\\temp\\new']],
    ['\\\\', []],
    ['%', ['100% pure']],
    ['100%', ['100% pure']],
    ['10%', []],
    ['_', ['snake_case']],
    ['_case', ['snake_case']],
    ['"', ['say "hello"']],
    ['“hello”', ['say "hello"']],
    ["'", ["rock 'n' roll"]],
    ['’n’', ["rock 'n' roll"]],
    ["''", []],
    ['***', ['*** stars (a|b) & !c:*']],
    ['&', ['*** stars (a|b) & !c:*']],
    ['|', ['*** stars (a|b) & !c:*']],
    [':*', ['*** stars (a|b) & !c:*']],
    ['<->', []],
    ['!!', []],
    ['´', []],
    ['\u0301', []],
    ['\u200d', []],
    ['elvet', []],
    ['vel QUA', ['Velvet Quasar']],
    ['v e l v e t q u', []],
  ])('for %j finds %j', async (q, found) => expect(await find({ q })).toEqual(found.toSorted()));

  it('returns everything for an empty query', async () => {
    expect(await find({ q: '  ' })).toHaveLength(names.length);
  });
});

it('searches the present name, tags, and name of the owner, and matches no phrase across fields', async () => {
  const { db } = database.connection;
  const id = await add('Zebra', 'zig zag', ['Zoo life']);
  expect([await find({ q: 'zebra zag zoo' }), await find({ q: 'zebra.zig' })]).toEqual([['Zebra'], []]);
  await updateUniverseRow(db, id, { name: 'Yak', tags: ['café'] });
  expect([await find({ q: 'zebra' }), await find({ q: 'yak' }), await find({ q: 'yak cafe' })]).toEqual([[], ['Yak'], ['Yak']]);
  const users = createUserService(db);
  const zoe = await users.createGuest();
  await users.update(zoe.id, { displayName: 'Zoë 山田' });
  await updateUniverseRow(db, id, { ownerId: zoe.id, isPublic: true });
  const page = (q: string) => createListService(db).page(undefined, listQuerySchema.parse({ q }));
  for (const q of ['zoe', '田', 'yak ZOË', 'yak a b c d e']) {
    expect([q, (await page(q)).universes.length]).toEqual([q, q.endsWith('e') && q.includes('a b') ? 0 : 1]);
  }
});

it('treats tags as equal that differ only in spelling variants', async () => {
  await add('Tagged', '', ['café', 'straße']);
  for (const tag of ['cafe', 'CAFE\u0301', ['strasse', 'café']]) expect(await find({ tag })).toContain('Tagged');
  expect(await find({ tag: 'caf' })).toEqual([]);
});

it('finds templates by their words and their authors', async () => {
  const { db } = database.connection;
  const templates = createTemplateService(db);
  const { id } = await templates.create(
    ann,
    { name: '音楽の箱', sentence: 'Für Élise.', category: 'calm', isPublic: true, putForward: [] },
    defaultDocument(),
  );
  const search = async (q: string, list: string) => (await templates.page(ann, templateQuerySchema.parse({ list, q }))).templates.length;
  for (const q of ['箱', 'elise', 'calm 音楽'])
    expect([q, await search(q, 'mine'), await search(q, 'public'), await search(q, 'built-in')]).toEqual([q, 1, 1, 0]);
  expect(await search('\\', 'mine')).toBe(0);
  await templates.update(id, { name: 'Other' });
  expect([await search('箱', 'mine'), await search('other', 'mine')]).toEqual([0, 1]);
});

it('rebuilds search entries of an older version and repairs invalid names', async () => {
  const { db, query } = database.connection;
  const [plain, odd, old] = [newId(10), newId(10), await add('Ancient')];
  await query(
    `insert into universes (id, name, owner_id, document_version, seed, edit_count)
     values ($1, 'Stored before', $3, 1, 1, 1), ($2, E'\u200b\u202e', $3, 1, 1, 1)`,
    [plain, odd, ann],
  );
  await query(`update search_entries set version = 0, words = 'nothing' where universe_id = $1`, [old]);
  expect(await find({ q: 'ancient' })).toEqual([]);
  const errors: unknown[] = [];
  await refreshSearch(db, (error) => errors.push(error)).done;
  expect(errors).toEqual([]);
  expect([await find({ q: 'ancient' }), await find({ q: 'stored' }), await find({ q: 'untitled' })]).toEqual([
    ['Ancient'],
    ['Stored before'],
    ['Untitled universe'],
  ]);
});
