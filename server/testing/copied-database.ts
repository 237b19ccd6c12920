import { cpSync } from 'node:fs';

/** Names the directory of an embedded database with the present schema and nothing in it, if one was made for all test files. */
export const migratedVariable = 'TEST_MIGRATED_DATABASE';

/** Puts an embedded database with the present schema into an empty data directory, which saves a test to make one; nothing where there is none to copy. */
export function copyMigratedDatabase(dataDirectory: string): void {
  const migrated = process.env[migratedVariable];
  if (migrated !== undefined) cpSync(migrated, dataDirectory, { recursive: true });
}
