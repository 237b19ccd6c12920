/** `npm run restore -- FILE [--replace]`: puts a backup into an empty database, embedded or PostgreSQL. */
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
  // Before a database is made for it.
  await checkBackup(path);
  const { header, rows } = await withDatabase(place, ({ db }) => restoreBackup(db, path, values));
  // Brings it to the present, as a start does.
  await withDatabase(place, async () => {}, true);
  console.log(`${rows} rows of ${header.createdAt} are in ${databaseWordsOf(place)}.`);
  console.log(keepSecret(place.dataDirectory, header.sessionSecret));
});

/** Puts the secret in its place where that is free; another one that is there stays. */
function keepSecret(dataDirectory: string, secret: string | null): string {
  const path = secretPath(dataDirectory);
  const needed = 'The server starts with the session secret (and DATA_KEYS) that the backup was written with';
  if (secret === null) return `${needed}: bring it to ${path}, or set SESSION_SECRET.`;
  if (process.env.SESSION_SECRET) return `${needed}. SESSION_SECRET is set: the one in the backup was left there.`;
  if (existsSync(path)) return `${needed}. ${path} is there already and was left as it is.`;
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  writeFileSync(path, secret, { flag: 'wx', mode: 0o600 });
  return `The session secret of the backup is in ${path}.`;
}
