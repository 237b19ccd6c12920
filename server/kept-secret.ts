import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../shared/api/errors.ts';
import { createWhole } from './db/data-directory/whole-file.ts';

/** Minimum length of a session secret. */
export const minSecretLength = 32;

/** A secret with fewer different characters was not drawn at random. */
const minKinds = 5;

/** Returns the path of the session secret in a data directory, used if the environment sets none. */
export const secretPath = (dataDirectory: string): string => join(dataDirectory, 'session-secret');

const remedy =
  'Bring the file back from a backup, or give its content as SESSION_SECRET. Without it nobody can sign in. Only where nobody has an account here yet, delete the file: another one is made.';

/**
 * Returns the secret made at the first start, so that sessions outlive a restart and accounts are found again.
 * @throws AppError `conflict` if the file exists without a whole secret; the system error if it cannot be read.
 */
export function keptSecret(dataDirectory: string): string {
  const path = secretPath(dataDirectory);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  // If another process on the same directory is faster, its secret counts.
  if (readSecret(path) === null) createWhole(path, randomBytes(32).toString('hex'));
  const kept = readSecret(path) ?? '';
  const flaw = flawOf(kept);
  if (flaw === null) return kept;
  throw new AppError('conflict', `The session secret ${path} ${flaw}: it was cut short or overwritten. ${remedy}`);
}

/** Returns the flaw of a secret, or null: a file system that lost power leaves files that are empty, or full of zeros. */
export function flawOf(secret: string): string | null {
  if (secret.trim() === '') return 'is empty';
  if (secret.length < minSecretLength) return `holds ${secret.length} characters, fewer than ${minSecretLength}`;
  if (/\p{Cc}/u.test(secret)) return 'holds characters that are no text';
  return new Set(secret).size < minKinds ? 'holds hardly any different characters' : null;
}

function readSecret(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code !== 'EISDIR') throw Object.assign(error as Error, { path });
    throw new AppError('conflict', `The session secret ${path} is a directory, where a file belongs. Move it away. ${remedy}`, {
      cause: error,
    });
  }
}
