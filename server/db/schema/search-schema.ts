import { sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, text, varchar } from 'drizzle-orm/pg-core';
import { templates, universes, users } from '../schema.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** The search index of universes, templates and users: words as shared/text/search.ts splits them, so that both databases find the same. */
export const searchEntries = pgTable(
  'search_entries',
  {
    universeId: varchar('universe_id', { length: 24 })
      .unique()
      .references(() => universes.id, { onDelete: 'cascade' }),
    templateId: varchar('template_id', { length: 40 })
      .unique()
      .references(() => templates.id, { onDelete: 'cascade' }),
    userId: varchar('user_id', { length: 24 })
      .unique()
      .references(() => users.id, { onDelete: 'cascade' }),
    words: tsvector('words').notNull(),
    /** Case and accents are folded. */
    tags: text('tags').array().notNull().default([]),
    /** The version of the algorithm that split the words. */
    version: integer('version').notNull(),
  },
  (table) => [
    index('search_entries_words_index').using('gin', table.words),
    index('search_entries_tags_index').using('gin', table.tags),
    check('search_entries_subject_check', sql`num_nonnulls(${table.universeId}, ${table.templateId}, ${table.userId}) = 1`),
  ],
);
