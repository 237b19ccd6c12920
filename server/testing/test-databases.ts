import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseConnection, openDatabase } from '../db/database.ts';
import { startPostgresCluster } from './postgres-cluster.ts';
import { askForDatabase } from './databases-for-all.ts';

export interface TestDatabase {
  readonly connection: DatabaseConnection;
  /** URL for a second connection, for tests of two processes; null if there can be only one. */
  readonly url: string | null;
  /** Stops and removes the database, after its connection is closed. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

function closing(database: Omit<TestDatabase, 'close'>): TestDatabase {
  return {
    ...database,
    async close() {
      await database.connection.close();
      await database.discard();
    },
  };
}

/** The supported kinds of database, to run one suite on each. */
export const testDatabases: readonly { kind: DatabaseConnection['kind']; open(): Promise<TestDatabase> }[] = [
  { kind: 'embedded', open: openTestEmbedded },
  { kind: 'postgresql', open: openTestPostgres },
];

/** Opens a database of the kind in `TEST_DATABASE`, by default an embedded one. */
export function openTestDatabase(): Promise<TestDatabase> {
  const wanted = process.env.TEST_DATABASE ?? 'embedded';
  const database = testDatabases.find(({ kind }) => kind === wanted);
  if (!database) throw new Error(`TEST_DATABASE=${wanted}: must be embedded or postgresql`);
  return database.open();
}

/** Copies the migrated embedded database of the run, if there is one, to a data directory: to open it is quicker than to make it. */
export async function copyMigrated(directory: string): Promise<void> {
  const migrated = await askForDatabase('embedded');
  if (migrated !== undefined) cpSync(migrated, directory, { recursive: true });
}

async function openTestEmbedded(): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  await copyMigrated(directory);
  const connection = await openDatabase({ dataDirectory: directory });
  const discard = async () => rmSync(directory, { recursive: true, force: true });
  return closing({ connection, url: null, discard });
}

/** Opens a database of the shared PostgreSQL, or of one started for this test alone. */
async function openTestPostgres(): Promise<TestDatabase> {
  const shared = await askForDatabase('postgresql');
  const cluster = shared === undefined ? await startPostgresCluster() : null;
  const url = shared ?? (await cluster!.newDatabase());
  const connection = await openDatabase({ databaseUrl: url, dataDirectory: '' });
  return closing({ connection, url, discard: async () => cluster?.stop() });
}
