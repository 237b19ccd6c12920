import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepTemporaryFilesTogether } from '../../tests/support/files-in-memory.ts';
import { type DatabaseConnection, openDatabase } from '../db/database.ts';
import { type PostgresCluster, startPostgresCluster } from './postgres-cluster.ts';

type Kind = DatabaseConnection['kind'];

/** Where test files ask for a database, if one is made for all of them. */
const addressVariable = 'TEST_DATABASE_BROKER';

/**
 * What all test files of a run share: files in memory, one PostgreSQL in which each that asks gets a database of its own, and an embedded
 * database to copy. Both are made when the first test file asks.
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
    // A connection that is kept may be closed just as the next request is sent on it.
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
 * Asks for what all test files share.
 * @returns the URL of a new PostgreSQL database, or the directory of an embedded one to copy, with the present schema and nothing in it;
 * undefined where nothing is shared. @throws Error where it can not be made
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
