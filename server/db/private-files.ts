import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const othersMay = 0o077;
const sticky = 0o1000;

/** What the server and its tools write into a data directory; everything else there is left as it is. */
const ours = /^(session-secret|database(\..*)?)$/;

/**
 * Makes a data directory where there is none, and keeps it and all that the server has written there from other users of the machine.
 * @returns a sentence where that is not possible, as with files of another owner. On Windows modes say nothing, and nothing is done.
 */
export function protectDataDirectory(directory: string): string[] {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return [];
  const exposed: string[] = [];
  // A directory that is everybody's, as /tmp, is not made one's own: what lies in it is.
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
