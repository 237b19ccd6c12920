import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../../tests/support/find-program.ts';

/** Debian's folder of the versions of PostgreSQL; their programs are not on the PATH. */
const postgresVersions = '/usr/lib/postgresql';
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Programs for administrators are not on the PATH of every user. */
const findServer = (name: string) => findProgram(name) ?? [join('/usr/sbin', name)].find((path) => existsSync(path));

/** Returns the folder with the programs of the newest PostgreSQL that has them all. */
function findPostgres(): string | undefined {
  if (!existsSync(postgresVersions)) return undefined;
  return readdirSync(postgresVersions)
    .toSorted((one, other) => Number(other) - Number(one))
    .map((version) => join(postgresVersions, version, 'bin'))
    .find((folder) => ['initdb', 'postgres', 'pg_basebackup'].every((name) => existsSync(join(folder, name))));
}

/** The programs of a cluster, each with the package of Debian and Ubuntu that has it. */
const seekers = {
  nginx: { debian: 'nginx', find: () => findServer('nginx') },
  brotliModule: { debian: 'libnginx-mod-http-brotli-static', find: () => (existsSync(brotliModule) ? brotliModule : undefined) },
  redis: { debian: 'redis-server', find: () => findServer('redis-server') },
  postgres: { debian: 'postgresql', find: findPostgres },
  openssl: { debian: 'openssl', find: () => findProgram('openssl') },
} as const satisfies Record<string, { debian: string; find(): string | undefined }>;

/** The path of each program; for PostgreSQL, that of their folder. */
export type ClusterPrograms = Readonly<Record<keyof typeof seekers, string>>;

/** Returns the packages of Debian and Ubuntu that have to be installed before a cluster can be started. */
export const missingPackages = (): string[] =>
  Object.values(seekers)
    .filter(({ find }) => find() === undefined)
    .map(({ debian }) => debian);

/** @throws Error that says which packages are missing and how to install them. */
export function findClusterPrograms(): ClusterPrograms {
  if (process.platform !== 'linux') throw new Error('A cluster needs Linux.');
  const missing = missingPackages();
  if (missing.length > 0) {
    throw new Error(
      `Programs are missing. Install them (Debian and Ubuntu): sudo apt-get install --no-install-recommends ${missing.join(' ')}\n` +
        'Their services need not run: a cluster starts its own.',
    );
  }
  return Object.fromEntries(Object.entries(seekers).map(([name, { find }]) => [name, find()!])) as ClusterPrograms;
}
