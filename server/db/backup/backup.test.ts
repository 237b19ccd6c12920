import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { thumbnailVersionLetters } from '../../../shared/api/universes/thumbnail.ts';
import { canonicalDocument } from '../../../shared/universe/canonical-document.ts';
import { createTemplateService } from '../../services/universes/template-service.ts';
import { createUniverseService } from '../../services/universes/universe-service.ts';
import { createUserService } from '../../services/accounts/user-service.ts';
import { documentsOf } from '../../testing/documents-of.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { openDatabase } from '../database.ts';
import { createSum } from './backup-file.ts';
import { restoreBackup } from './restore-backup.ts';
import { createServerEvents } from '../../ops/events/server-events.ts';
import { writeBackup } from './write-backup.ts';

const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
const path = (name: string) => join(directory, name);
let [embedded, emptyEmbedded, postgres]: TestDatabase[] = [];

beforeAll(async () => {
  const kinds = Object.fromEntries(testDatabases.map(({ kind, open }) => [kind, open]));
  [embedded, emptyEmbedded, postgres] = await Promise.all([kinds.embedded!(), kinds.embedded!(), kinds.postgresql!()]);
  await populate(embedded!);
  await writeBackup(embedded!.connection.db, path('of-embedded'), null);
});
afterAll(async () => {
  await Promise.all([embedded!, emptyEmbedded!, postgres!].map((database) => database.close()));
  rmSync(directory, { recursive: true, force: true });
});

/**
 * Stores users, universes, and rows with every kind of value: bytes, documents, lists, times to the microsecond, references within a table.
 */
async function populate({ connection: { db, query } }: TestDatabase): Promise<void> {
  const documents = documentsOf(db);
  const [templates, universes] = [createTemplateService(db), createUniverseService(db, documents, createServerEvents(null))];
  await templates.loadDirectory('assets/templates');
  const owner = await createUserService(db).createGuest();
  const ids: string[] = [];
  for (const file of readdirSync('assets/templates')) {
    ids.push((await universes.createFromTemplate(owner.id, await templates.get(file.replace('.json', '')))).id);
  }
  const [id] = ids as [string];
  const edit = { kind: 'parameters.set', values: { gravity: 0.1 + 0.2, tempo: 77 } } as const;
  const { epoch } = await documents.open(id, true);
  await documents.append(id, epoch, [{ sequence: 1, tick: 5, userId: owner.id, clientId: 'one', clientSequence: 1, edit }]);
  const version = 'a'.repeat(thumbnailVersionLetters);
  await query('insert into thumbnails (universe_id, jpeg, version) values ($1, $2, $3)', [id, Buffer.from([0, 255, 10, 92, 39]), version]);
  await query(
    `insert into comments (id, universe_id, thread_id, number, author_id, text, created_at)
     values ('reply', $1, 'thread', null, $2, E'line\\n"quoted" \\\\ 𝄞', '2026-01-02 03:04:05.123456+00'), ('thread', $1, null, 1, $2, '{a,b}', now())`,
    [id, owner.id],
  );
  await query(
    `update universes set tags = array['a b', 'c"d', 'é'], popularity = 0.1::float8 + 0.2::float8, threads_begun = 1 where id = $1`,
    [id],
  );
  await query(`insert into session (sid, sess, expire) select 's' || n, '{"a": [1, 2]}', now() from generate_series(1, 450) as n`);
}

/** Returns a digest of the content of each table. */
async function contentOf({ connection: { query } }: Pick<TestDatabase, 'connection'>): Promise<Record<string, string>> {
  const { rows } = await query(`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of rows as { name: string }[]) {
    const held = await query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text collate "C"), '')) as digest from "${name}" as t`,
    );
    found[name] = (held.rows[0] as { digest: string }).digest;
  }
  return found;
}

async function documentHashes({ connection: { db, query } }: Pick<TestDatabase, 'connection'>): Promise<string[]> {
  const documents = documentsOf(db);
  const { rows } = await query('select id from universes order by id');
  const loaded = await Promise.all((rows as { id: string }[]).map(({ id }) => documents.load(id)));
  return loaded.map(({ document, sequence }) =>
    createHash('sha256')
      .update(JSON.stringify([canonicalDocument(document), sequence]))
      .digest('hex'),
  );
}

const restore = (database: TestDatabase, name: string, options?: { replace: boolean }) =>
  restoreBackup(database.connection.db, path(name), options);

async function expectEqual(one: Pick<TestDatabase, 'connection'>, other: Pick<TestDatabase, 'connection'>): Promise<void> {
  const utc = [one, other].map(({ connection }) => connection.query(`set timezone = 'UTC'`));
  await Promise.all(utc);
  expect(await contentOf(other)).toEqual(await contentOf(one));
  const hashes = await documentHashes(one);
  expect(hashes.length).toBeGreaterThan(5);
  expect(await documentHashes(other)).toEqual(hashes);
}

it('is readable only by its owner, and does not overwrite a file', async () => {
  expect(lstatSync(path('of-embedded')).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory)).toEqual(['of-embedded']);
  await expect(writeBackup(embedded!.connection.db, path('of-embedded'), null)).rejects.toThrow('is there already');
});

it('rejects a file that is not a complete backup of this version, with a sentence, and changes nothing', async () => {
  const whole = readFileSync(path('of-embedded'));
  const lines = gunzipSync(whole).toString().split('\n').slice(0, -1);
  const flipped = Buffer.from(whole);
  flipped[flipped.length >> 1]! ^= 0xff;
  const resummed = (changed: string[]) => {
    const sum = createSum();
    for (const line of changed.slice(0, -1)) sum.add(line);
    return [...changed.slice(0, -1), JSON.stringify({ ...(JSON.parse(changed.at(-1)!) as object), sha256: sum.value() })];
  };
  const headed = (change: object) => resummed([JSON.stringify({ ...(JSON.parse(lines[0]!) as object), ...change }), ...lines.slice(1)]);
  const pack = (content: string[]) => gzipSync(`${content.join('\n')}\n`);
  const cases: [string, Buffer, RegExp][] = [
    ['cut', whole.subarray(0, whole.length - 50), /is damaged: it was cut short/],
    ['flipped', flipped, /is damaged/],
    ['empty', Buffer.alloc(0), /is damaged: it was cut short/],
    ['text', Buffer.from('not a backup at all'), /is no backup/],
    ['other', pack(['{"format":"other"}']), /is no backup/],
    ['without-end', pack(lines.slice(0, -1)), /is damaged: it was cut short/],
    ['without-row', pack(lines.filter((_line, index) => index !== 3)), /is damaged: its checksum/],
    ['row-less', pack(resummed(lines.filter((_line, index) => index !== 3))), /is damaged: rows are missing/],
    ['changed', pack(lines.with(2, lines[2]!.replace('"', '"x'))), /is damaged/],
    ['after-end', pack([...lines, lines[2]!]), /is damaged: something stands behind its end/],
    ['newer', pack(headed({ version: 2 })), /newer version/],
    ['of-the-future', pack(headed({ migration: { tag: '9999_future', when: 99_999_999_999_999 } })), /newer version/],
    [
      'other-table',
      pack(headed({ tables: (JSON.parse(lines[0]!) as { tables: object[] }).tables.toSpliced(0, 1, { name: 'pg_class', columns: [] }) })),
      /is damaged/,
    ],
  ];
  const before = await contentOf(emptyEmbedded!);
  for (const [name, bytes, words] of cases) {
    writeFileSync(path(name), bytes);
    await expect(restore(emptyEmbedded!, name), name).rejects.toThrow(words);
  }
  await expect(restore(emptyEmbedded!, 'missing')).rejects.toThrow('There is no file');
  expect(await contentOf(emptyEmbedded!)).toEqual(before);
});

it('restores everything from the embedded database to another one, and to PostgreSQL, document by document', async () => {
  await Promise.all([restore(emptyEmbedded!, 'of-embedded'), restore(postgres!, 'of-embedded')]);
  await expectEqual(embedded!, emptyEmbedded!);
  await expectEqual(embedded!, postgres!);
});

it('restores everything from PostgreSQL to PostgreSQL and back, if replacing the content is allowed', async () => {
  const { connection } = postgres!;
  await connection.query(`update users set display_name = 'Of PostgreSQL'`);
  const before = await contentOf(postgres!);
  await writeBackup(connection.db, path('of-postgres'), null);
  await connection.query('create table of_somebody_else (value integer)');
  await connection.query('delete from comments');
  await expect(restore(postgres!, 'of-postgres')).rejects.toThrow(/is not empty: it holds \d+ universes of 1 users/);
  await restore(postgres!, 'of-postgres', { replace: true });
  await connection.query('select 1 from of_somebody_else');
  await connection.query('drop table of_somebody_else');
  expect(await contentOf(postgres!)).toEqual(before);
  await restore(emptyEmbedded!, 'of-postgres', { replace: true });
  await expectEqual(postgres!, emptyEmbedded!);
});

it('keeps the constraints of the tables, and rejects a database that is in use', async () => {
  const { connection } = postgres!;
  for (const where of [connection, emptyEmbedded!.connection]) {
    await expect(where.query(`insert into notes (user_id, universe_id, text) values ('nobody', 'nowhere', 'a.b')`)).rejects.toMatchObject({
      code: '23503',
    });
  }
  const other = await openDatabase({ databaseUrl: postgres!.url!, dataDirectory: directory });
  await other.query('select 1');
  await expect(restore(postgres!, 'of-postgres', { replace: true })).rejects.toThrow('in use');
  await other.close();
});
