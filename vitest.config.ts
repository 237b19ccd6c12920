import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const shared = {
  root: import.meta.dirname,
  environment: 'node' as const,
  setupFiles: ['tests/support/property-seed.ts'],
  // Real databases and server processes start slowly on a small machine.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

const pure = ['shared/**/*.test.ts', 'client/{gpu,audio,store,hands,engine}/**/*.test.ts'];

export default defineConfig({
  test: {
    // Vitest leaves a core to the one who watches; nobody watches a small machine that has only two.
    maxWorkers: availableParallelism(),
    globalSetup: 'server/testing/databases-for-all.ts',
    projects: [
      // Nothing in these outlives a test: their files share a worker, and load each module once.
      { test: { ...shared, name: 'pure', isolate: false, include: pure } },
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{shared,client,server,tools}/**/*.test.ts', 'tests/fault/*.test.ts'],
          exclude: [...configDefaults.exclude, ...pure],
        },
      },
      // What rooms, routes and lists promise has to hold on both databases.
      {
        test: {
          ...shared,
          name: 'postgresql',
          include: ['server/{rooms,http}/**/*.test.ts', 'server/services/lists/{list-service,search}.test.ts'],
          env: { TEST_DATABASE: 'postgresql' },
        },
      },
    ],
  },
});
