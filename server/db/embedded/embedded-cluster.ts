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
import { AppError } from '../../../shared/api/errors.ts';
import { ClusterFiles, durableParams, type StorageFault } from './cluster-files.ts';

const require = createRequire(import.meta.url);
const cacheDirectory = fileURLToPath(new URL('../../../node_modules/.cache/harmonic-universe', import.meta.url));

/** The directory in which a new database is built: it never holds user data, and what an interrupted start left there is deleted. */
const buildingName = 'database.building';
/** A marker that older versions left beside a database while they created it. It does not tell whether the database has content. */
const oldMarkerName = 'database.unfinished';

/** PostgreSQL numbers the types of data below, and those of rows from here on. */
const firstRowType = 10_000;

type OnFault = (fault: StorageFault) => void;

/**
 * Opens the embedded database of a data directory, and creates it if there is none: from a cached copy of an empty one, if there is one,
 * which takes a fifth of the time of building the system catalogue again. It is built under another name and renamed when it is complete:
 * an existing directory of that name is never deleted or overwritten.
 * @throws AppError `conflict` if the directory is not a database or can't be opened.
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

/** True if the path of the database has content. An empty directory, such as a new volume, counts as none. */
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
  const client = await PGlite.create({ dataDir: directory, fs, startParams: durableParams(PGlite.defaultStartParams) });
  forgetRowTypes(client);
  return client;
}

/**
 * Removes the parsers of arrays of rows of tables, which no query returns. They are two thirds of all, and PGlite copies all of them for each
 * query of Drizzle, which took 0.1 of 0.25 ms.
 */
function forgetRowTypes({ parsers }: PGlite): void {
  for (const id of Object.keys(parsers)) if (Number(id) >= firstRowType) delete parsers[id];
}

async function openNew(dataDirectory: string, directory: string, onFault: OnFault): Promise<PGlite> {
  if (existsSync(keptPath())) {
    try {
      await build(dataDirectory, directory, (building) => cpSync(keptPath(), building, { recursive: true }));
      return await openAt(directory, onFault);
    } catch {
      // The cached copy is unusable: the directory that was just made from it holds no data yet.
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

/** Builds a database where there is at most an empty directory. It is synced to the disk before it is renamed. */
async function build(dataDirectory: string, directory: string, fill: (building: string) => unknown): Promise<void> {
  const building = join(dataDirectory, buildingName);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  await fill(building);
  syncTree(building);
  renameSync(building, directory);
  syncFile(dataDirectory);
}

/** Syncs copied files, which PostgreSQL has not written and so not synced. */
function syncTree(path: string): void {
  // A copied directory has the mode of any new one.
  chmodSync(path, 0o700);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) syncTree(inside);
    else syncFile(inside);
  }
  syncFile(path);
}

function syncFile(path: string): void {
  // Windows does not open directories, and need not sync them.
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Includes the version of the embedded database, so that a newer one never uses the files of an older one. */
function keptPath(): string {
  const { version } = JSON.parse(readFileSync(join(require.resolve('@electric-sql/pglite'), '../../package.json'), 'utf8')) as {
    version: string;
  };
  return join(cacheDirectory, `empty-database-${version}`);
}

/** The cache is optional: if it can't be written, the next database is built from scratch. */
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
