import { sql } from 'drizzle-orm';
import { boolean, check, doublePrecision, index, integer, jsonb, pgTable, primaryKey, timestamp, varchar } from 'drizzle-orm/pg-core';
import { storyboardContentLimits, type StoryboardPoint } from '../../../shared/universe/index.ts';
import { rangeOf } from './columns.ts';
import { universeId, users } from '../schema.ts';

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

/** The stored storyboards of universes. The content is in the newest version. */
export const storyboards = pgTable(
  'storyboards',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    universeId: universeId().notNull(),
    version: integer('version').notNull().default(1),
    createdAt,
  },
  (table) => [
    index('storyboards_universe_index').on(table.universeId, table.createdAt),
    check('storyboards_version_check', sql`${table.version} >= 1`),
  ],
);

export const storyboardVersions = pgTable(
  'storyboard_versions',
  {
    storyboardId: varchar('storyboard_id', { length: 24 })
      .notNull()
      .references(() => storyboards.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    title: varchar('title', { length: storyboardContentLimits.title.max }).notNull(),
    duration: doublePrecision('duration').notNull(),
    loop: boolean('loop').notNull(),
    points: jsonb('points').$type<StoryboardPoint[]>().notNull(),
    authorId: varchar('author_id', { length: 24 }).references(() => users.id, { onDelete: 'set null' }),
    createdAt,
  },
  (table) => [
    primaryKey({ columns: [table.storyboardId, table.version] }),
    index('storyboard_versions_author_index').on(table.authorId),
    check('storyboard_versions_version_check', sql`${table.version} >= 1`),
    check('storyboard_versions_title_check', rangeOf(sql`char_length(${table.title})`, storyboardContentLimits.title)),
    check('storyboard_versions_duration_check', rangeOf(sql`${table.duration}`, storyboardContentLimits.duration)),
    check(
      'storyboard_versions_points_check',
      sql`jsonb_typeof(${table.points}) = 'array' and ${rangeOf(sql`jsonb_array_length(${table.points})`, { min: 0, ...storyboardContentLimits.points })}`,
    ),
  ],
);
