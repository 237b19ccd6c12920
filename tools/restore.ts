/** `npm run restore -- FILE [--replace]`: restores a backup into an empty database, embedded or PostgreSQL. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../shared/api/errors.ts';
import { checkBackup } from '../server/db/backup/backup-file.ts';
import { restoreBackup } from '../server/db/backup/restore-backup.ts';
import { secretPath } from '../server/kept-secret.ts';
import { runTool, withDatabase, databaseWordsOf } from './backup-place.ts';

const usage = 'usage: npm run restore -- FILE [--replace]';

await runTool(async (place) => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean', default: false } } });
  if (positionals.length !== 1) throw new AppError('invalid-input', usage);
  const path = resolve(positionals[0]!);
  // Before a database is created.
  await checkBackup(path);
  const { header, rows } = await withDatabase(place, ({ db }) => restoreBackup(db, path, values));
  // Runs the migrations, like a start of the server.
  await withDatabase(place, async () => {}, true);
  console.log(`Restored ${rows} rows of ${header.createdAt} into ${databaseWordsOf(place)}.`);
  console.log(keepSecret(place.dataDirectory, header.sessionSecret));
});

/** Writes the secret to its file unless there is another; returns what the operator must do. */
function keepSecret(dataDirectory: string, secret: string | null): string {
  const path = secretPath(dataDirectory);
  const needed = 'The server starts with the session secret (and DATA_KEYS) that the backup was written with';
  if (secret === null) return `${needed}: write it to ${path}, or set SESSION_SECRET.`;
  if (process.env.SESSION_SECRET) return `${needed}. SESSION_SECRET is set: the secret in the backup was not restored.`;
  if (existsSync(path)) return `${needed}. ${path} exists already and was not changed.`;
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  writeFileSync(path, secret, { flag: 'wx', mode: 0o600 });
  return `The session secret of the backup is in ${path}.`;
}
