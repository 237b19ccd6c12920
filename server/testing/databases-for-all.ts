import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepTemporaryFilesTogether } from '../../tests/support/files-in-memory.ts';
import { openDatabase } from '../db/database.ts';
import { migratedVariable } from './copied-database.ts';
import { startPostgresForAll as setupPostgres } from './postgres-for-all.ts';

/** What all test files of a run share: files in memory, an embedded database to copy, and one PostgreSQL. */
export async function setup(): Promise<() => Promise<void>> {
  const removeFiles = keepTemporaryFilesTogether();
  const stopPostgres = await setupPostgres();
  const migrated = join(tmpdir(), 'migrated');
  mkdirSync(migrated, { mode: 0o700 });
  await (await openDatabase({ dataDirectory: migrated })).close();
  process.env[migratedVariable] = migrated;
  return async () => {
    await stopPostgres();
    removeFiles();
  };
}
