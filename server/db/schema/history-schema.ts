import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, timestamp, varchar } from 'drizzle-orm/pg-core';
import { historyLimits } from '../../../shared/api/universes/history.ts';
import { rangeOf } from './columns.ts';
import { universeId, users } from '../schema.ts';

/**
 * Documents of universes at earlier times, right after the edit with this sequence: the journal is read from there to get any later
 * version, and users name some of them.
 */
export const moments = pgTable(
  'moments',
  {
    universeId: universeId().notNull(),
    sequence: integer('sequence').notNull(),
    /** In the document version of that time. */
    document: jsonb('document').$type<unknown>().notNull(),
    name: varchar('name', { length: historyLimits.name.max }),
    /** The user who gave the name. */
    authorId: varchar('author_id', { length: 24 }).references(() => users.id, { onDelete: 'set null' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.universeId, table.sequence] }),
    index('moments_author_index').on(table.authorId),
    check('moments_sequence_check', sql`${table.sequence} >= 0`),
    check('moments_name_check', rangeOf(sql`char_length(${table.name})`, historyLimits.name)),
  ],
);
