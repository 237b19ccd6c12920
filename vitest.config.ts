import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const shared = {
  root: import.meta.dirname,
  environment: 'node' as const,
  // Real databases and server processes start slowly on a small machine.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // Vitest leaves a core to the one who watches; nobody watches a small machine that has only two.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { ...shared, name: 'unit', include: ['{shared,client,server,tools}/**/*.test.ts'] } },
      // What rooms and routes promise has to hold on both databases.
      {
        test: { ...shared, name: 'postgresql', include: ['server/{rooms,http}/**/*.test.ts'], env: { TEST_DATABASE: 'postgresql' } },
      },
    ],
  },
});
