import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const shared = {
  root: import.meta.dirname,
  environment: 'node' as const,
  setupFiles: ['tests/support/property-seed.ts'],
  // Real databases and server processes start slowly on a small machine.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // Vitest leaves a core to the one who watches; nobody watches a small machine that has only two.
    maxWorkers: availableParallelism(),
    globalSetup: 'server/testing/databases-for-all.ts',
    projects: [
      { test: { ...shared, name: 'unit', include: ['{shared,client,server,tools}/**/*.test.ts', 'tests/fault/*.test.ts'] } },
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
