import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { AppError } from '../../shared/api/errors.ts';
import { ClusterFiles, durableParams, type StorageFault } from './cluster-files.ts';

const require = createRequire(import.meta.url);
const cacheDirectory = fileURLToPath(new URL('../../node_modules/.cache/harmonic-universe', import.meta.url));

/** Where a new database is built: nothing of anybody's is ever in it, and what an interrupted start has left there is built again. */
const buildingName = 'database.building';
/** What older versions left beside a database while they made it. It says nothing of whether something is in there. */
const oldMarkerName = 'database.unfinished';

type OnFault = (fault: StorageFault) => void;

/**
 * Opens the embedded database of a data directory, making it where there is none: from a copy of an empty one, where that was kept,
 * which takes a fifth of the time of building the system catalogue again. It is built under another name and comes to its own when it
 * is whole: what lies at that name is never deleted and never built over.
 * @throws AppError `conflict` where what lies there is no database or can't be opened.
 */
export async function openCluster(dataDirectory: string, onFault: OnFault = () => {}): Promise<PGlite> {
  const directory = join(dataDirectory, 'database');
  if (!isThere(directory)) return openNew(dataDirectory, directory, onFault);
  if (!existsSync(join(directory, 'PG_VERSION'))) {
    throw new AppError(
      'conflict',
      `${directory} holds files, but is no database that can be opened: its file PG_VERSION is missing. Nothing was changed there. Bring the whole directory back from a backup, or move it away to begin with an empty database.`,
    );
  }
  const opened = await openAt(directory, onFault).catch((cause: unknown) => {
    throw new AppError(
      'conflict',
      `The database in ${directory} can not be opened: its files are damaged, or were made by another version of PostgreSQL. Nothing was deleted there. Move the directory away and bring the data back from a backup (npm run restore), or begin with an empty database.`,
      { cause },
    );
  });
  rmSync(join(dataDirectory, oldMarkerName), { force: true });
  return opened;
}

/** Whether something lies where the database belongs. An empty directory, as a volume begins with, is as good as none. */
function isThere(directory: string): boolean {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.isDirectory()) return readdirSync(directory).length > 0;
  throw new AppError(
    'conflict',
    `${directory} is a file, where the directory of the database belongs. Move it away, or choose another directory with DATA_DIR.`,
  );
}

async function openAt(directory: string, onFault: OnFault): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  const fs = new ClusterFiles(directory, onFault);
  return PGlite.create({ dataDir: directory, fs, startParams: durableParams(PGlite.defaultStartParams) });
}

async function openNew(dataDirectory: string, directory: string, onFault: OnFault): Promise<PGlite> {
  if (existsSync(keptPath())) {
    try {
      await build(dataDirectory, directory, (building) => cpSync(keptPath(), building, { recursive: true }));
      return await openAt(directory, onFault);
    } catch {
      // The copy that was kept is no good: what was made of it a moment ago holds nothing yet.
      rmSync(directory, { recursive: true, force: true });
      rmSync(keptPath(), { recursive: true, force: true });
    }
  }
  await build(dataDirectory, directory, async (building) => {
    await (await openAt(building, onFault)).close();
    keep(building);
  });
  return openAt(directory, onFault);
}

/** Makes a database where nothing but an empty directory may be. It is on the disk before it has its name. */
async function build(dataDirectory: string, directory: string, fill: (building: string) => unknown): Promise<void> {
  const building = join(dataDirectory, buildingName);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  await fill(building);
  syncTree(building);
  renameSync(building, directory);
  syncFile(dataDirectory);
}

/** What was copied was not written by PostgreSQL, which would have synced it. */
function syncTree(path: string): void {
  // A copy of a directory has the mode of any new one.
  chmodSync(path, 0o700);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) syncTree(inside);
    else syncFile(inside);
  }
  syncFile(path);
}

function syncFile(path: string): void {
  // Windows opens no directories, and has none to sync.
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** By the version of the embedded database, so that a newer one never unpacks the files of an older. */
function keptPath(): string {
  const { version } = JSON.parse(readFileSync(join(require.resolve('@electric-sql/pglite'), '../../package.json'), 'utf8')) as {
    version: string;
  };
  return join(cacheDirectory, `empty-database-${version}`);
}

/** Keeping it is a convenience: where that can't be written, the next one is built again. */
function keep(empty: string): void {
  const part = `${keptPath()}.${process.pid}`;
  try {
    mkdirSync(cacheDirectory, { recursive: true, mode: 0o700 });
    cpSync(empty, part, { recursive: true });
    renameSync(part, keptPath());
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
}
