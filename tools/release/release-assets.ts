import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';

const builtClient = join(import.meta.dirname, '../../dist');
const dayMs = 24 * 60 * 60 * 1000;
/** Longer than anyone leaves a page open. */
const keptDays = 30;

interface ReleaseOptions {
  /** Folder of the built client. */
  client?: string;
  nowMs?: number;
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : [];

/**
 * Copies the files of the built client that are named by a hash into a folder that all processes behind a proxy share, and leaves there those of
 * earlier releases: a page that was opened before a release still asks for them. Files that no release has had for a month are removed.
 * @returns how many files were added and removed
 */
export function releaseAssets(
  target: string,
  { client = builtClient, nowMs = Date.now() }: ReleaseOptions = {},
): { added: number; removed: number } {
  const [from, to] = [join(client, 'assets'), join(target, 'assets')];
  mkdirSync(to, { recursive: true });
  const now = new Date(nowMs);
  const present = filesIn(from);
  let added = 0;
  for (const name of present) {
    const path = join(to, name);
    if (!existsSync(path)) {
      copyWhole(join(from, name), path);
      added += 1;
    }
    // The time says when a release last had the file.
    utimesSync(path, now, now);
  }
  const isOld = (name: string) => statSync(join(to, name)).mtimeMs < nowMs - keptDays * dayMs;
  const old = filesIn(to).filter(isOld);
  for (const name of old) rmSync(join(to, name));
  return { added, removed: old.length };
}

/** Copies a file so that nobody sees a part of it. */
function copyWhole(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const unfinished = `${to}.unfinished`;
  copyFileSync(from, unfinished);
  renameSync(unfinished, to);
}
