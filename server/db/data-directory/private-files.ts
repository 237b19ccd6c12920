import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const othersMay = 0o077;
const sticky = 0o1000;

/** The files that the server and its tools write into a data directory; all others are left as they are. */
const ours = /^(session-secret|database(\..*)?)$/;

/**
 * Creates a data directory if there is none, and removes the access of other users of the machine to it and to the files of the server.
 * @returns a sentence if that is not possible, for example for files of another owner. On Windows modes have no meaning, and nothing is
 * done.
 */
export function protectDataDirectory(directory: string): string[] {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return [];
  const exposed: string[] = [];
  // A directory that is shared by all users, such as /tmp, keeps its mode; only its content is protected.
  if ((lstatSync(directory).mode & sticky) === 0) tighten(directory, exposed);
  for (const name of readdirSync(directory).filter((entry) => ours.test(entry))) tightenTree(join(directory, name), exposed);
  if (exposed.length === 0) return [];
  const more = exposed.length === 1 ? '' : ` and ${exposed.length - 1} more`;
  return [
    `Other users of this machine may read ${exposed[0]}${more}, and this server may not change that. Give the files to its own user, or take their rights away: chmod -R go-rwx ${directory}`,
  ];
}

function tightenTree(path: string, exposed: string[]): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  tighten(path, exposed, found.mode);
  if (!found.isDirectory()) return;
  for (const name of readdirSync(path)) tightenTree(join(path, name), exposed);
}

function tighten(path: string, exposed: string[], mode = lstatSync(path).mode): void {
  if ((mode & othersMay) === 0) return;
  try {
    chmodSync(path, mode & 0o700);
  } catch {
    exposed.push(path);
  }
}
