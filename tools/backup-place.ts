import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../shared/api/errors.ts';
import { defaultDataDirectory, readDatabasePlace } from '../server/config.ts';
import { type DatabaseConnection, type DatabasePlace, openDatabase } from '../server/db/database.ts';
import { startRefusal } from '../server/ops/start-refusal.ts';

/** Describes the configured database. */
export function databaseWordsOf({ databaseUrl, dataDirectory }: DatabasePlace): string {
  if (databaseUrl === undefined) return `the embedded database in ${dataDirectory}`;
  const { host, pathname } = new URL(databaseUrl);
  return `the database at ${host}${pathname}`;
}

/** Tells whether an embedded database exists, without creating one. */
export const isEmbeddedThere = ({ dataDirectory }: DatabasePlace): boolean => existsSync(join(dataDirectory, 'database'));

/** Opens the database, by default without migrations, calls `act`, and closes it. */
export async function withDatabase<T>(
  place: DatabasePlace,
  act: (connection: DatabaseConnection) => Promise<T>,
  migrates = false,
): Promise<T> {
  const connection = await openDatabase({ ...place, migrates });
  try {
    return await act(connection);
  } finally {
    await connection.close();
  }
}

/** Runs a command-line tool: prints an error that the operator can correct as one sentence, and sets the exit code 1. */
export async function runTool(act: (place: DatabasePlace) => Promise<void>): Promise<void> {
  process.umask(0o077);
  const place = { dataDirectory: process.env.DATA_DIR || defaultDataDirectory, databaseUrl: process.env.DATABASE_URL || undefined };
  try {
    await act(readDatabasePlace(process.env));
  } catch (error) {
    const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    console.error(error instanceof AppError || isUsage ? (error as Error).message : (startRefusal(error, place) ?? error));
    process.exitCode = 1;
  }
}
