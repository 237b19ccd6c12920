import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';

const require = createRequire(import.meta.url);
const cacheDirectory = fileURLToPath(new URL('../../node_modules/.cache/harmonic-universe', import.meta.url));

/**
 * Opens the embedded database of a data directory, making it where there is none. A new one is copied from one made before, where
 * that was kept: unpacking takes a quarter of the time of building the system catalogue again.
 */
export async function openCluster(dataDirectory: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  const directory = join(dataDirectory, 'database');
  const unfinished = join(dataDirectory, 'database.unfinished');
  // Whoever was stopped while making it left half a database, in which nothing can be yet.
  if (existsSync(unfinished)) rmSync(directory, { recursive: true, force: true });
  if (existsSync(directory)) return PGlite.create(directory);

  writeFileSync(unfinished, '');
  const kept = readKept();
  const made = kept && (await PGlite.create({ dataDir: directory, loadDataDir: kept }).catch(() => null));
  if (made) {
    rmSync(unfinished);
    return made;
  }
  rmSync(directory, { recursive: true, force: true });
  const built = await PGlite.create(directory);
  rmSync(unfinished);
  await keep(built);
  return built;
}

/** By the version of the embedded database, so that a newer one never unpacks the files of an older. */
function keptPath(): string {
  const { version } = JSON.parse(readFileSync(join(require.resolve('@electric-sql/pglite'), '../../package.json'), 'utf8')) as {
    version: string;
  };
  return join(cacheDirectory, `empty-database-${version}.tar.gz`);
}

function readKept(): Blob | null {
  try {
    return new Blob([readFileSync(keptPath())]);
  } catch {
    return null;
  }
}

/** Keeping it is a convenience: where that can't be written, the next one is built again. */
async function keep(empty: PGlite): Promise<void> {
  try {
    const path = keptPath();
    const bytes = new Uint8Array(await (await empty.dumpDataDir('gzip')).arrayBuffer());
    mkdirSync(cacheDirectory, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, bytes);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    return;
  }
}
