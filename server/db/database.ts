import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { PGlite } from '@electric-sql/pglite';
import type { ConstructorOptions } from 'pg-boss';
import { openCluster } from './embedded-cluster.ts';
import { lockDirectory } from './directory-lock.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { protectDataDirectory } from './private-files.ts';
import { refuseNewerDatabase } from './refuse-newer.ts';
import { openRevivingClient } from './reviving-client.ts';

/** What repositories work with: the embedded database, PostgreSQL, or a transaction on either. */
export type Database = PgDatabase<PgQueryResultHKT>;

export interface DatabaseConnection {
  readonly kind: 'embedded' | 'postgresql';
  readonly db: Database;
  /** Plain SQL with `$1` parameters, for what does not go through Drizzle. */
  query(text: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
  /** The same database, as the queue of jobs asks for it (server/ops/job-queue.ts). */
  readonly forJobs: Pick<ConstructorOptions, 'db' | 'backend'>;
  /** Puts the log of the embedded database into its tables, which no other process does for it: it would grow for as long as it runs. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

const connectMs = 4000;
const queryMs = 30_000;

/** Any number, the same in every process: whoever migrates PostgreSQL holds this advisory lock. */
const migrationLock = 715_238_001;

/** Which database: PostgreSQL where a URL is given, else the embedded one of the directory. */
export interface DatabasePlace {
  databaseUrl?: string | undefined;
  dataDirectory: string;
}

/**
 * Opens the database and brings it to the present schema: PostgreSQL where a URL is given, else the embedded one under `dataDirectory`.
 * @param options.migrates false leaves the schema as it is.
 * @throws AppError `conflict` where another process has the embedded database open, or a newer version has made it.
 */
export async function openDatabase(options: DatabasePlace & { migrates?: boolean }): Promise<DatabaseConnection> {
  const { databaseUrl, dataDirectory, migrates = true } = options;
  return databaseUrl ? openPostgres(databaseUrl, migrates) : openEmbedded(dataDirectory, migrates);
}

async function openEmbedded(dataDirectory: string, migrates: boolean): Promise<DatabaseConnection> {
  protectDataDirectory(dataDirectory);
  const lock = lockDirectory(join(dataDirectory, 'database.lock'));
  try {
    const [client, { drizzle }, { migrate }, { fromPglite }] = await Promise.all([
      openRevivingClient((onFault) => openCluster(dataDirectory, onFault)),
      import('drizzle-orm/pglite'),
      import('drizzle-orm/pglite/migrator'),
      import('pg-boss'),
    ]);
    // Drizzle asks a client for no more than this one has.
    const db = drizzle({ client: client as PGlite });
    await refuseNewerDatabase((text) => client.query(text), migrationsFolder);
    if (migrates) await migrate(db, { migrationsFolder });
    return {
      kind: 'embedded',
      db,
      query: (text, parameters) => client.query(text, parameters),
      forJobs: { db: fromPglite(client), backend: 'pglite' },
      checkpoint: async () => void (await client.query('checkpoint')),
      async close() {
        await client.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openPostgres(databaseUrl: string, migrates: boolean): Promise<DatabaseConnection> {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // By which connections of one pool are told from those of others (server/db/backup/restore-backup.ts).
    application_name: `harmonic-universe ${randomBytes(4).toString('hex')}`,
    // Whoever waits longer is told that there is no database, and may ask again.
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const db = drizzle({ client: pool });
  const migrating = await pool.connect();
  try {
    await migrating.query('select pg_advisory_lock($1)', [migrationLock]);
    await refuseNewerDatabase((text) => migrating.query(text), migrationsFolder);
    if (migrates) await migrate(drizzle({ client: migrating }), { migrationsFolder });
  } finally {
    await migrating.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {});
    migrating.release();
  }
  return {
    kind: 'postgresql',
    db,
    query: (text, parameters) => pool.query(text, parameters),
    forJobs: { db: { executeSql: (text, parameters) => pool.query(text, parameters) }, backend: 'postgres' },
    checkpoint: async () => {},
    close: () => pool.end(),
  };
}
