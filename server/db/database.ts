import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { PGlite } from '@electric-sql/pglite';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import type { ConstructorOptions } from 'pg-boss';
import { openCluster } from './embedded/embedded-cluster.ts';
import { lockDirectory } from './data-directory/directory-lock.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { protectDataDirectory } from './data-directory/private-files.ts';
import { refuseNewerDatabase } from './refuse-newer.ts';
import { openRevivingClient } from './embedded/reviving-client.ts';

/** The type that repositories use: the embedded database, PostgreSQL, or a transaction on either. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** The connections to PostgreSQL, by what they do, and the queries that wait for one. */
export interface PoolState {
  idle: number;
  busy: number;
  waiting: number;
}

/** Runs a statement in the form in which Drizzle hands it to the driver of PostgreSQL. */
export type RunStatement = (statement: QueryConfig, values?: unknown[]) => Promise<QueryResult>;

export interface DatabaseConnection {
  readonly kind: 'embedded' | 'postgresql';
  readonly db: Database;
  /** Runs plain SQL with `$1` parameters, for queries that do not go through Drizzle. */
  query(text: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
  /** The same for statements of Drizzle, which may as well be run elsewhere; null for the embedded database, which has no replica. */
  readonly runStatement: RunStatement | null;
  /**
   * The same database over a connection of its own, for what must not wait behind other queries. Null if no other process can use the
   * database.
   */
  readonly apart: Database | null;
  /** Acts while no other process does anything that goes through this method. */
  exclusively<T>(act: () => Promise<T>): Promise<T>;
  /** The same database in the form that the job queue needs (server/ops/job-queue.ts). */
  readonly forJobs: Pick<ConstructorOptions, 'db' | 'backend'>;
  /**
   * Writes the log of the embedded database to its tables. No other process does that, so the log would grow for as long as the server
   * runs.
   */
  checkpoint(): Promise<void>;
  /** Returns the present state of the connections; null for the embedded database, which has none. */
  readonly pool: (() => PoolState) | null;
  close(): Promise<void>;
}

const connectMs = 4000;
/** Of the connection apart: what it is for is of no use later. */
const apartMs = 2000;
const queryMs = 30_000;

/** An arbitrary number, the same in every process: the process that prepares PostgreSQL holds this advisory lock. */
const preparationLock = 715_238_001;

/** The database to open: PostgreSQL if a URL is given, otherwise the embedded one of the directory. */
export interface DatabasePlace {
  databaseUrl?: string | undefined;
  dataDirectory: string;
}

/**
 * Opens the database and migrates it to the present schema: PostgreSQL if a URL is given, otherwise the embedded one under `dataDirectory`.
 * @param options.migrates false leaves the schema as it is.
 * @throws AppError `conflict` if another process has the embedded database open, or a newer version has made it.
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
    // Drizzle uses no other methods of a client than this one has.
    const db = drizzle({ client: client as PGlite });
    await refuseNewerDatabase((text) => client.query(text), migrationsFolder);
    if (migrates) await migrate(db, { migrationsFolder });
    return {
      kind: 'embedded',
      db,
      query: (text, parameters) => client.query(text, parameters),
      runStatement: null,
      apart: null,
      exclusively: (act) => act(),
      forJobs: { db: fromPglite(client), backend: 'pglite' },
      checkpoint: async () => void (await client.query('checkpoint')),
      pool: null,
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
  const common = {
    connectionString: databaseUrl,
    // Distinguishes the connections of this pool from others (server/db/backup/restore-backup.ts).
    application_name: `harmonic-universe ${randomBytes(4).toString('hex')}`,
    keepAlive: true,
  };
  // A request that waits longer fails with the message that the database is unavailable, and may be repeated.
  const pool = new pg.Pool({ ...common, connectionTimeoutMillis: connectMs, query_timeout: queryMs });
  const apart = new pg.Pool({ ...common, max: 1, connectionTimeoutMillis: apartMs, query_timeout: apartMs });
  // A pool replaces an idle connection that breaks; without a listener this would end the process.
  for (const each of [pool, apart]) each.on('error', () => {});

  const locked = async <T>(act: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock($1)', [preparationLock]);
      return await act(client);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [preparationLock]).catch(() => {});
      client.release();
    }
  };
  await locked(async (client) => {
    await refuseNewerDatabase((text) => client.query(text), migrationsFolder);
    if (migrates) await migrate(drizzle({ client }), { migrationsFolder });
  });
  return {
    kind: 'postgresql',
    db: drizzle({ client: pool }),
    query: (text, parameters) => pool.query(text, parameters),
    runStatement: (statement, values) => pool.query(statement, values),
    apart: drizzle({ client: apart }),
    exclusively: (act) => locked(act),
    forJobs: { db: { executeSql: (text, parameters) => pool.query(text, parameters) }, backend: 'postgres' },
    checkpoint: async () => {},
    pool: () => ({ idle: pool.idleCount, busy: pool.totalCount - pool.idleCount, waiting: pool.waitingCount }),
    close: async () => void (await Promise.all([pool.end(), apart.end()])),
  };
}
