import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';

/** Error codes of file systems without hard links. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * Creates a file that other processes see complete or not at all, readable only by the user of this process, and synced.
 * @returns false if a file of that name exists.
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
