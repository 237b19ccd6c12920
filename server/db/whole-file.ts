import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';

/** Of file systems that know no second names for a file. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * Makes a file that others see whole or not at all, for the user of this process alone, and synced.
 * @returns false where there is one of that name.
 */
export function createWhole(path: string, content: string): boolean {
  const part = `${path}.${process.pid}`;
  rmSync(part, { force: true });
  try {
    write(part, content);
    linkSync(part, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (noLinks.has(code) && (error as NodeJS.ErrnoException).syscall === 'link') return createPlainly(path, content);
    throw error;
  } finally {
    rmSync(part, { force: true });
  }
}

function write(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function createPlainly(path: string, content: string): boolean {
  try {
    write(path, content);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
