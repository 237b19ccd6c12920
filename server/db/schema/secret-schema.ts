import { sql } from 'drizzle-orm';
import { check, pgTable, timestamp, varchar } from 'drizzle-orm/pg-core';

/**
 * Check values of secrets that are stored outside of the database: they tell whether the secrets are still those that the rows were written
 * with.
 */
export const secretMarks = pgTable(
  'secret_marks',
  {
    id: varchar('id', { length: 16 }).primaryKey(),
    mark: varchar('mark', { length: 64 }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check('secret_marks_mark_check', sql`${table.mark} ~ '^[0-9a-f]{64}$'`)],
);
