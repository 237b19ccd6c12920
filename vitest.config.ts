import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['{shared,client,server,tools}/**/*.test.ts'],
    environment: 'node',
    // Real databases and server processes start slowly on a small machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
