import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const setupFiles = ['tests/support/property-seed.ts'];
const common = {
  root,
  environment: 'node' as const,
  setupFiles,
  // Real databases and server processes start slowly on a small machine.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

const serverless = ['{shared,client,tools}/**/*.test.ts'];
const server = ['server/**/*.test.ts'];
/** What rooms, routes and lists promise has to hold on both databases. */
const onBothDatabases = ['server/{rooms,http}/**/*.test.ts', 'server/services/lists/{list-service,search}.test.ts'];
/** Tests of the server that replace a module by a mock, or are about the real hash of passwords: they need a process of their own. */
const replacing = globSync(server, { cwd: root }).filter((file) => /vi\.mock\(|hashPassword/.test(readFileSync(join(root, file), 'utf8')));
/** Holds the time of answers against a bar: it runs after all others. */
const timed = 'tests/fault/under-attack.test.ts';
const { exclude } = configDefaults;
/** Nothing outlives a test in the files of these projects: they share a worker, which loads and compiles each module once. */
const together = { ...common, isolate: false };
const ofServer = {
  ...together,
  // The SDK reads the global socket when it is loaded: before any of the files.
  setupFiles: [...setupFiles, 'server/testing/node-sockets.ts'],
  // Passwords are hashed without the deliberate delay.
  alias: { argon2: join(root, 'server/testing/quick-argon2.ts') },
  exclude: [...exclude, ...replacing],
};
const onPostgresql = { TEST_DATABASE: 'postgresql' };

export default defineConfig({
  test: {
    // A quarter of the time of a worker is spent waiting, for databases, processes and clocks.
    maxWorkers: availableParallelism() + 1,
    globalSetup: 'server/testing/databases-for-all.ts',
    projects: [
      { test: { ...together, name: 'serverless', include: serverless } },
      { test: { ...ofServer, name: 'server', include: server } },
      { test: { ...ofServer, name: 'server on postgresql', include: onBothDatabases, env: onPostgresql } },
      { test: { ...common, name: 'alone', include: ['tests/{fault,cluster}/*.test.ts', ...replacing], exclude: [...exclude, timed] } },
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
