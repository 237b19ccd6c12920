import { defineConfig } from 'drizzle-kit';

// drizzle-kit reads its configuration from the default export.
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./server/db/schema.ts', './server/db/schema/*-schema.ts'],
  out: './server/db/migrations',
});
