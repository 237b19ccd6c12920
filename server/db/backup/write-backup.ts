import { createWriteStream, renameSync, rmSync, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AppError } from '../../../shared/api/errors.ts';
import type { Database } from '../database.ts';
import { createSum, headerOf } from './backup-file.ts';
import { type Migration, presentMigration, quoted, rows, type Table, tablesAfter } from './catalogue.ts';

/** The number of rows that are in memory at a time. */
const pageRows = 200;

/** Makes both databases write values in the same lossless format. */
const settings = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'`;

export interface BackupResult {
  tables: number;
  rows: number;
  migration: Migration;
}

/**
 * Writes a consistent snapshot of a database to a file, also while servers write to it. Pending jobs are left out: they belong only to that
 * database.
 * @throws AppError `conflict` if the file exists, or the database is empty.
 */
export async function writeBackup(db: Database, path: string, sessionSecret: string | null): Promise<BackupResult> {
  if (existsSync(path)) throw new AppError('conflict', `${path} is there already. Move it away, or name another file.`);
  const part = `${path}.part`;
  const counts: number[] = [];
  let result: BackupResult | null = null;
  async function* lines(tx: Database, migration: Migration, tables: Table[]): AsyncGenerator<string> {
    const sum = createSum();
    const line = (value: unknown) => {
      const text = JSON.stringify(value);
      sum.add(text);
      return `${text}\n`;
    };
    const described = tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
    const { tag, when } = migration;
    yield line(headerOf({ createdAt: new Date().toISOString(), migration: { tag, when }, tables: described, sessionSecret }));
    for (const [index, table] of tables.entries()) {
      counts[index] = 0;
      for await (const values of rowsOfTable(tx, table)) {
        counts[index] += 1;
        yield line([index, ...values]);
      }
    }
    yield `${JSON.stringify({ end: true, rows: counts, sha256: sum.value() })}\n`;
  }
  try {
    await db.transaction(
      async (tx) => {
        const migration = await presentMigration(tx);
        if (!migration) throw new AppError('conflict', 'The database holds nothing yet: there is nothing to back up.');
        for (const setting of settings.split(';')) await rows(tx, setting);
        const tables = await tablesAfter(tx, migration);
        const file = createWriteStream(part, { mode: 0o600 });
        await pipeline(Readable.from(lines(tx, migration, tables)), createGzip(), file);
        result = { tables: tables.length, rows: counts.reduce((total, count) => total + count, 0), migration };
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    const file = await open(part, 'r+');
    await file.sync().finally(() => file.close());
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return result!;
}

async function* rowsOfTable(tx: Database, { name, columns }: Table): AsyncGenerator<(string | null)[]> {
  const selected = columns.map((column, index) => `${quoted(column.name)}::text as c${index}`).join(', ');
  await rows(tx, `declare backup_rows no scroll cursor for select ${selected} from public.${quoted(name)}`);
  for (;;) {
    const page = await rows<Record<string, string | null>>(tx, `fetch ${pageRows} from backup_rows`);
    for (const row of page) yield columns.map((_column, index) => row[`c${index}`]!);
    if (page.length < pageRows) break;
  }
  await rows(tx, 'close backup_rows');
}
