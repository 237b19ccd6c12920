import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const common = {
  root,
  environment: 'node' as const,
  setupFiles: ['tests/support/property-seed.ts'],
  // Real databases and server processes start slowly on a small machine.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

const pure = ['shared/**/*.test.ts', 'client/{gpu,audio,store,hands,engine}/**/*.test.ts'];
const server = ['server/**/*.test.ts'];
/** What rooms, routes and lists promise has to hold on both databases. */
const onBothDatabases = ['server/{rooms,http}/**/*.test.ts', 'server/services/lists/{list-service,search}.test.ts'];
/** Tests of the server that replace a module, by a mock or by loading another before it, or need one that others replace: they need a process of their own. */
const replacing = globSync(server, { cwd: root }).filter((file) =>
  /vi\.mock\(|testing\/room-access\.ts|hashPassword/.test(readFileSync(join(root, file), 'utf8')),
);
/** Holds the time of answers against a bar: it runs after all others. */
const timed = 'tests/fault/under-attack.test.ts';
/** The other ones hash passwords without the deliberate delay. */
const alias = { argon2: join(root, 'server/testing/quick-argon2.ts') };
const { exclude } = configDefaults;
const onPostgresql = { TEST_DATABASE: 'postgresql' };

export default defineConfig({
  test: {
    // A quarter of the time of a worker is spent waiting, for databases, processes and clocks.
    maxWorkers: availableParallelism() + 1,
    globalSetup: 'server/testing/databases-for-all.ts',
    projects: [
      // Nothing outlives a test here: the files of these projects share a worker, and load and compile each module once.
      { test: { ...common, name: 'pure', isolate: false, include: pure } },
      { test: { ...common, name: 'server', alias, isolate: false, include: server, exclude: [...exclude, ...replacing] } },
      {
        test: {
          ...common,
          name: 'server on postgresql',
          alias,
          isolate: false,
          include: onBothDatabases,
          exclude: [...exclude, ...replacing],
          env: onPostgresql,
        },
      },
      {
        test: {
          ...common,
          name: 'alone',
          include: ['{client,tools}/**/*.test.ts', 'tests/{fault,cluster}/*.test.ts', ...replacing],
          exclude: [...exclude, ...pure, timed],
        },
      },
      {
        test: {
          ...common,
          name: 'alone on postgresql',
          include: globSync(onBothDatabases, { cwd: root }).filter((file) => replacing.includes(file)),
          env: onPostgresql,
        },
      },
      { test: { ...common, name: 'timed', include: [timed], sequence: { groupOrder: 1 } } },
    ],
  },
});
