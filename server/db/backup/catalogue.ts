import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { AppError } from '../../../shared/api/errors.ts';
import type { Database } from '../database.ts';
import { migrationsFolder } from '../migrations-folder.ts';

export interface Migration {
  idx: number;
  tag: string;
  /** Milliseconds, by which Drizzle identifies it. */
  when: number;
}

export interface Column {
  name: string;
  /** In PostgreSQL's notation. */
  type: string;
}
export interface Table {
  name: string;
  columns: Column[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(migrationsFolder, name), 'utf8'));

/** Returns all migrations of this version, oldest first. */
export const knownMigrations = (): Migration[] => (read('meta/_journal.json') as { entries: Migration[] }).entries;

/** Returns the rows of a statement. */
export async function rows<T>(db: Database, statement: string): Promise<T[]> {
  return ((await db.execute(sql.raw(statement))) as unknown as { rows: T[] }).rows;
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Returns the newest migration of a database, or null if it has none. */
export async function presentMigration(db: Database): Promise<Migration | null> {
  const [table] = await rows<{ there: boolean }>(db, `select to_regclass('drizzle.__drizzle_migrations') is not null as there`);
  if (!table!.there) return null;
  const [newest] = await rows<{ at: string | null }>(db, 'select max(created_at)::text as at from drizzle.__drizzle_migrations');
  if (newest!.at === null) return null;
  const found = knownMigrations().find(({ when }) => when === Number(newest!.at));
  if (!found) throw new AppError('conflict', 'This database was made by another version of Harmonic Universe. Use that version.');
  return found;
}

/** Returns the tables that a database has after a migration, with their writable columns; other tables are ignored. */
export async function tablesAfter(db: Database, { idx }: Migration): Promise<Table[]> {
  const snapshot = read(`meta/${String(idx).padStart(4, '0')}_snapshot.json`) as { tables: Record<string, { name: string }> };
  const names = Object.values(snapshot.tables).map(({ name }) => literal(name));
  const found = await rows<{ table: string; name: string; type: string }>(
    db,
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname in (${names.join(', ')})
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by c.relname, a.attnum`,
  );
  const tables = new Map<string, Table>();
  for (const { table, ...column } of found) {
    const known = tables.get(table) ?? { name: table, columns: [] };
    known.columns.push(column);
    tables.set(table, known);
  }
  return [...tables.values()];
}
