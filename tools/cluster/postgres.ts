import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createPart, type ClusterPart } from './part.ts';
import { postgresUser } from './postgres-user.ts';

export interface PostgresPart extends ClusterPart {
  /** Runs a query as the owner of the database, on a connection of its own. */
  query(text: string): Promise<Record<string, unknown>[]>;
}

export interface PostgresOptions {
  /** Folder with the programs of PostgreSQL. */
  programs: string;
  port: number;
  password: string;
  /** Folder of the data, which is made here. */
  folder: string;
  logFile: string;
  /** False disables the syncs that protect against a power cut. */
  durable: boolean;
}

/** User and database of the server. */
const owner = 'harmonic';
const slot = 'replica';

const credentials = (port: number, password: string) => ({ host: '127.0.0.1', port, user: owner, password, database: owner });

/** Returns the URL by which a server finds the database at this port. */
export const postgresUrl = (port: number, password: string): string => `postgresql://${owner}:${password}@127.0.0.1:${port}/${owner}`;

async function query(port: number, password: string, text: string, database = owner): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...credentials(port, password), database, connectionTimeoutMillis: 3000 });
  // A server that is killed meanwhile ends the connection.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

function runAsPostgres(
  programs: string,
  program: string,
  parameters: string[],
  folder: string,
  variables: Record<string, string> = {},
): void {
  execFileSync(join(programs, program), parameters, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...postgresUser(),
  });
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  const { uid, gid } = postgresUser();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

function createPostgres(name: string, { programs, port, password, folder, logFile, durable }: PostgresOptions): PostgresPart {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // Only by the port: a socket in a common folder could meet another server.
    unix_socket_directories: '',
    shared_buffers: '64MB',
    hot_standby_feedback: 'on',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const part = createPart({
    name,
    port,
    program: join(programs, 'postgres'),
    parameters: ['-D', folder, ...Object.entries(settings).flatMap(([setting, value]) => ['-c', `${setting}=${value}`])],
    ...postgresUser(),
    folder,
    logFile,
    // Ends the connections and writes everything.
    stopSignal: 'SIGINT',
    answers: async () => (await query(port, password, 'select 1 as one', 'postgres')).length === 1,
  });
  return Object.assign(part, { query: (text: string) => query(port, password, text) });
}

/** Makes and starts a PostgreSQL with an empty database for the server. */
export async function startPrimary(options: PostgresOptions): Promise<PostgresPart> {
  const { programs, password, folder, port } = options;
  makeFolder(folder);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const data = join(folder, 'data');
  const access = ['--username', owner, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  // With checksums, `pg_rewind` can make a replica of a primary that was replaced.
  runAsPostgres(programs, 'initdb', ['-D', data, ...access, '--data-checksums', '--encoding=UTF8', '--locale=C', '--no-sync'], folder);
  const primary = createPostgres('primary', { ...options, folder: data });
  await primary.start();
  await query(port, password, `create database ${owner}`, 'postgres');
  return primary;
}

/** Copies the primary and starts the copy, which follows it. */
export async function startReplica(options: PostgresOptions, primaryPort: number): Promise<PostgresPart> {
  const { programs, password, folder } = options;
  makeFolder(folder);
  const data = join(folder, 'data');
  const source = ['-h', '127.0.0.1', '-p', String(primaryPort), '-U', owner];
  runAsPostgres(
    programs,
    'pg_basebackup',
    [...source, '-D', data, '-R', '-X', 'stream', '-C', '-S', slot, '-c', 'fast', '--no-sync'],
    folder,
    {
      PGPASSWORD: password,
    },
  );
  const replica = createPostgres('replica', { ...options, folder: data });
  await replica.start();
  return replica;
}
