import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type PostgresCluster, startPostgresCluster } from './postgres-cluster.ts';

/** Where test files ask for a database of their own, if PostgreSQL runs for all of them. */
const addressVariable = 'TEST_POSTGRES_BROKER';

/** One PostgreSQL for all test files of a run: it starts with the first that asks, and each that asks gets a database of its own. */
export async function startPostgresForAll(): Promise<() => Promise<void>> {
  let starting: Promise<PostgresCluster> | undefined;
  const broker = createServer((_request, response) => {
    // A connection that is kept may be closed just as the next request is sent on it.
    response.setHeader('connection', 'close');
    starting ??= startPostgresCluster({ durable: false });
    starting
      .then((cluster) => cluster.newDatabase())
      .then(
        (url) => response.end(url),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  process.env[addressVariable] = `http://127.0.0.1:${await portOf(broker)}`;
  return async () => {
    broker.close();
    await (await starting?.catch(() => undefined))?.stop();
  };
}

/** @returns the URL of a new database, undefined where no PostgreSQL runs for all. @throws Error where it does not start */
export async function askForDatabase(): Promise<string | undefined> {
  const address = process.env[addressVariable];
  if (address === undefined) return undefined;
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

function portOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
