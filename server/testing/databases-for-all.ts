import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepTemporaryFilesTogether } from '../../tests/support/files-in-memory.ts';
import { type DatabaseConnection, openDatabase } from '../db/database.ts';
import { type PostgresCluster, startPostgresCluster } from './postgres-cluster.ts';

type Kind = DatabaseConnection['kind'];

/** Variable with the address at which test files request a database, if one is shared. */
const addressVariable = 'TEST_DATABASE_BROKER';

/**
 * Sets up what all test files of a run share: a directory for temporary files, a PostgreSQL with a new database for each request, and an
 * embedded database to copy. Both databases are made on the first request.
 */
export async function setup(): Promise<() => Promise<void>> {
  const removeFiles = keepTemporaryFilesTogether();
  let cluster: Promise<PostgresCluster> | undefined;
  let migrated: Promise<string> | undefined;
  const give: Readonly<Record<Kind, () => Promise<string>>> = {
    postgresql: async () => (await (cluster ??= startPostgresCluster({ durable: false }))).newDatabase(),
    embedded: () => (migrated ??= makeMigrated(join(tmpdir(), 'migrated'))),
  };
  const broker = createServer((request, response) => {
    // A kept-alive connection may be closed just as the next request is sent on it.
    response.setHeader('connection', 'close');
    give[request.url!.slice(1) as Kind]().then(
      (place) => response.end(place),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  process.env[addressVariable] = `http://127.0.0.1:${await portOf(broker)}`;
  return async () => {
    broker.close();
    await (await cluster?.catch(() => undefined))?.stop();
    removeFiles();
  };
}

/**
 * Requests a shared database.
 * @returns the URL of a new PostgreSQL database, or the directory of an embedded one to copy, with the present schema and no rows;
 * undefined if nothing is shared
 * @throws Error if it cannot be made
 */
export async function askForDatabase(kind: Kind): Promise<string | undefined> {
  const address = process.env[addressVariable];
  if (address === undefined) return undefined;
  const response = await fetch(`${address}/${kind}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function makeMigrated(directory: string): Promise<string> {
  mkdirSync(directory, { mode: 0o700 });
  await (await openDatabase({ dataDirectory: directory })).close();
  return directory;
}

function portOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
