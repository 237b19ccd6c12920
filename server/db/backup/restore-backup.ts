import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { AppError } from '../../../shared/api/errors.ts';
import type { Database } from '../database.ts';
import { migrationsFolder } from '../migrations-folder.ts';
import { type BackupHeader, type BackupRow, checkBackup, rowsOf } from './backup-file.ts';
import { knownMigrations, type Migration, presentMigration, quoted, rows, type Table, tablesAfter } from './catalogue.ts';

/** The maximum number of rows in a batch, and their approximate maximum number of characters. */
const batchRows = 200;
const batchCharacters = 1_000_000;

export interface RestoreResult {
  header: BackupHeader;
  rows: number;
}

/**
 * Restores a backup into an empty database in a transaction. The tables have the schema of the backup's time; the next server that opens
 * the database migrates it.
 * @param replace true if the content of the database may be deleted.
 * @throws AppError as `checkBackup`, and `conflict` if the backup is of a newer version, or the database is in use or not empty.
 */
export async function restoreBackup(db: Database, path: string, { replace = false } = {}): Promise<RestoreResult> {
  const { header, rows: count } = await checkBackup(path);
  const migration = knownMigrations().find(({ tag, when }) => tag === header.migration.tag && when === header.migration.when);
  if (!migration) {
    throw new AppError('conflict', `${path} was written by a newer version of Harmonic Universe. Restore it with that version.`);
  }
  await db.transaction(async (tx) => {
    await refuseUsed(tx);
    const before = await presentMigration(tx);
    if (before) {
      if (!replace) await refuseFilled(tx);
      await clear(tx, before);
    }
    await migrateTo(tx, migration);
    const tables = matched(path, header, await tablesAfter(tx, migration));
    const foreignKeys = await dropForeignKeys(tx);
    // The backup includes rows that migrations insert.
    for (const { name } of tables) await rows(tx, `delete from public.${quoted(name)}`);
    await fill(tx, tables, rowsOf(path));
    for (const { owner, name, definition } of foreignKeys) {
      await rows(tx, `alter table ${owner} add constraint ${quoted(name)} ${definition}`);
    }
  });
  return { header, rows: count };
}

async function refuseUsed(tx: Database): Promise<void> {
  const [others] = await rows<{ count: string }>(
    tx,
    `select count(*)::text as count from pg_stat_activity
     where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
       and application_name <> current_setting('application_name')`,
  );
  if (others!.count !== '0') {
    throw new AppError('conflict', 'The database is in use: something else is connected to it. Stop the servers that use it first.');
  }
}

async function refuseFilled(tx: Database): Promise<void> {
  const [found] = await rows<{ users: string; universes: string }>(
    tx,
    'select (select count(*) from users)::text as users, (select count(*) from universes)::text as universes',
  );
  if (found!.users === '0' && found!.universes === '0') return;
  throw new AppError(
    'conflict',
    `The database is not empty: it holds ${found!.universes} universes of ${found!.users} users. Restore into an empty one, or say --replace to delete what it holds.`,
  );
}

/** Drops the tables of this product, and no others. */
async function clear(tx: Database, migration: Migration): Promise<void> {
  for (const { name } of await tablesAfter(tx, migration)) await rows(tx, `drop table public.${quoted(name)} cascade`);
  await rows(tx, 'drop table drizzle.__drizzle_migrations');
  await rows(tx, 'drop schema if exists pgboss cascade');
}

/** Migrates like Drizzle, up to a given migration and within a transaction. */
async function migrateTo(tx: Database, { when }: Migration): Promise<void> {
  await rows(tx, 'create schema if not exists drizzle');
  await rows(tx, 'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)');
  for (const { sql: statements, folderMillis, hash } of readMigrationFiles({ migrationsFolder })) {
    if (folderMillis > when) break;
    for (const statement of statements) await rows(tx, statement);
    await tx.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`);
  }
}

/** Returns the tables of the backup with the column types of this database. */
function matched(path: string, { tables }: BackupHeader, here: readonly Table[]): Table[] {
  const fits = tables.length === here.length;
  return tables.map(({ name, columns }) => {
    const table = here.find((candidate) => candidate.name === name);
    const found = columns.map((column) => table?.columns.find((candidate) => candidate.name === column));
    if (!fits || !table || found.includes(undefined) || columns.length !== table.columns.length) {
      throw new AppError(
        'invalid-input',
        `${path} is damaged: its table ${name} is not as it was. Nothing was changed; take another backup.`,
      );
    }
    return { name, columns: found.map((column) => column!) };
  });
}

/** Drops foreign keys, since rows arrive in any order; they are verified when all rows are there. */
async function dropForeignKeys(tx: Database): Promise<{ owner: string; name: string; definition: string }[]> {
  const found = await rows<{ owner: string; name: string; definition: string }>(
    tx,
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
       and conrelid in (select c.oid from pg_class c where c.relowner = current_user::regrole)`,
  );
  for (const { owner, name } of found) await rows(tx, `alter table ${owner} drop constraint ${quoted(name)}`);
  return found;
}

async function fill(tx: Database, tables: readonly Table[], backup: AsyncIterable<BackupRow>): Promise<void> {
  let batch: (string | null)[][] = [];
  let [index, characters] = [0, 0];
  const flush = async () => {
    if (batch.length > 0) await insert(tx, tables[index]!, batch);
    batch = [];
    characters = 0;
  };
  for await (const [table, ...values] of backup) {
    if (table !== index || batch.length >= batchRows || characters >= batchCharacters) await flush();
    index = table;
    batch.push(values);
    for (const value of values) characters += value?.length ?? 0;
  }
  await flush();
}

async function insert(tx: Database, { name, columns }: Table, batch: (string | null)[][]): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map(({ type }, index) => `(e.r ->> ${index})::${type}`).join(', ');
  await tx.execute(
    sql`insert into public.${sql.raw(quoted(name))} (${sql.raw(names)}) overriding system value
        select ${sql.raw(values)} from json_array_elements(${JSON.stringify(batch)}::json) as e(r)`,
  );
}
