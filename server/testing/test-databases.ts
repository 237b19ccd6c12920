import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseConnection, openDatabase } from '../db/database.ts';
import { startPostgresCluster } from './postgres-cluster.ts';
import { askForDatabase } from './databases-for-all.ts';

export interface TestDatabase {
  readonly connection: DatabaseConnection;
  /** A second way in, for what two processes do to one another; null where there can be no second one. */
  readonly url: string | null;
  /** Stops and removes what is under the connection, which has to be closed. */
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

/** The kinds of database that everything has to work on, to run one suite on each. */
export const testDatabases: readonly { kind: DatabaseConnection['kind']; open(): Promise<TestDatabase> }[] = [
  { kind: 'embedded', open: openTestEmbedded },
  { kind: 'postgresql', open: openTestPostgres },
];

/** A database of the kind that `TEST_DATABASE` names, the embedded one by default. */
export function openTestDatabase(): Promise<TestDatabase> {
  const wanted = process.env.TEST_DATABASE ?? 'embedded';
  const database = testDatabases.find(({ kind }) => kind === wanted);
  if (!database) throw new Error(`TEST_DATABASE=${wanted}: must be embedded or postgresql`);
  return database.open();
}

async function openTestEmbedded(): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  const migrated = await askForDatabase('embedded');
  if (migrated !== undefined) cpSync(migrated, directory, { recursive: true });
  const connection = await openDatabase({ dataDirectory: directory });
  const discard = async () => rmSync(directory, { recursive: true, force: true });
  return closing({ connection, url: null, discard });
}

/** A database of the PostgreSQL that runs for all test files, or of one that runs for this alone. */
async function openTestPostgres(): Promise<TestDatabase> {
  const shared = await askForDatabase('postgresql');
  const cluster = shared === undefined ? await startPostgresCluster() : null;
  const url = shared ?? (await cluster!.newDatabase());
  const connection = await openDatabase({ databaseUrl: url, dataDirectory: '' });
  return closing({ connection, url, discard: async () => cluster?.stop() });
}
