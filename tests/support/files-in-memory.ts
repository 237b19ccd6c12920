import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const memory = '/dev/shm';
const neededBytes = 4 * 2 ** 30;

function hasRoom(): boolean {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > neededBytes;
  } catch {
    return false;
  }
}

/**
 * Gives this process and all that it starts a folder for temporary files, in memory where there is room for it:
 * databases that live as long as a test need no disk, whose speed differs tenfold between machines.
 * @returns what removes the folder
 */
export function keepTemporaryFilesTogether(): () => void {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'harmonic-tests-'));
  // PostgreSQL refuses to run as root: its own user has to get through.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
