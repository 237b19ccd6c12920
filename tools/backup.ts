/** `npm run backup -- [FILE] [--with-secret]`: writes the whole database to a file. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../shared/api/errors.ts';
import { writeBackup } from '../server/db/backup/write-backup.ts';
import { secretPath } from '../server/kept-secret.ts';
import { isEmbeddedThere, runTool, withDatabase, databaseWordsOf } from './backup-place.ts';

const usage = 'usage: npm run backup -- [FILE] [--with-secret]';

await runTool(async (place) => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'with-secret': { type: 'boolean', default: false } } });
  if (positionals.length > 1) throw new AppError('invalid-input', usage);
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const path = resolve(positionals[0] ?? `harmonic-universe-${stamp}.backup`);
  if (place.databaseUrl === undefined && !isEmbeddedThere(place)) {
    throw new AppError(
      'not-found',
      `There is no database in ${place.dataDirectory}. Name its directory with DATA_DIR, or PostgreSQL with DATABASE_URL.`,
    );
  }
  const secretFile = secretPath(place.dataDirectory);
  const isFromFile = !process.env.SESSION_SECRET && existsSync(secretFile);
  const secret = values['with-secret'] && isFromFile ? readFileSync(secretFile, 'utf8').trim() : null;
  const { rows, tables } = await withDatabase(place, ({ db }) => writeBackup(db, path, secret));
  console.log(`${path}: ${rows} rows of ${tables} tables, from ${databaseWordsOf(place)}.`);
  console.log(secretNote(secret !== null, values['with-secret'], isFromFile ? secretFile : 'SESSION_SECRET of the environment'));
  if (process.env.DATA_KEYS) console.log('DATA_KEYS belongs to this backup too, and is never in the file: keep a copy of it elsewhere.');
});

function secretNote(isInside: boolean, isWanted: boolean, where: string): string {
  if (isInside)
    return 'The session secret is inside: anyone with this file can sign in as any user and read addresses. Protect it like a password.';
  const sorry = isWanted ? 'The session secret is not inside: it is not stored in a file here. ' : '';
  return `${sorry}The session secret (${where}) belongs to this backup: without it no user can sign in. Keep a copy of it elsewhere.`;
}
