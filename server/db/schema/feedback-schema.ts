import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  varchar,
} from 'drizzle-orm/pg-core';
import { commentLimits, lossKinds, type NotificationKind, reviewLimits } from '../../../shared/api/feedback/feedback.ts';
import { universeLimits } from '../../../shared/api/universes/universe.ts';
import { isOneOf, rangeOf } from './columns.ts';
import { universeId, users } from '../schema.ts';

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

/** Comments on universes: threads, with a single level of replies. */
export const comments = pgTable(
  'comments',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    universeId: universeId().notNull(),
    /** The thread that this replies to; null for the first comment of a thread. */
    threadId: varchar('thread_id', { length: 24 }),
    /** Only for threads: the number of the thread within the universe. */
    number: integer('number'),
    /** Null if a deleted comment was erased, or its author is deleted. */
    authorId: varchar('author_id', { length: 24 }).references(() => users.id),
    text: varchar('text', { length: commentLimits.text.max }).notNull(),
    tick: integer('tick'),
    storySeconds: doublePrecision('story_seconds'),
    x: doublePrecision('x'),
    y: doublePrecision('y'),
    z: doublePrecision('z'),
    createdAt,
    editedAt: timestamp('edited_at', { withTimezone: true }),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
    /** The time since when the user who deleted it can restore it. `deletedBy` has no foreign key: it is only compared. */
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    deletedBy: varchar('deleted_by', { length: 24 }),
  },
  (table) => [
    unique('comments_place_in_universe_unique').on(table.id, table.universeId),
    unique('comments_number_unique').on(table.universeId, table.number),
    // A reply is always in the universe of its thread.
    foreignKey({
      name: 'comments_thread_fk',
      columns: [table.threadId, table.universeId],
      foreignColumns: [table.id, table.universeId],
    }).onDelete('cascade'),
    index('comments_threads_index')
      .on(table.universeId, table.createdAt, table.id)
      .where(sql`${table.threadId} is null`),
    index('comments_replies_index').on(table.threadId, table.createdAt),
    index('comments_author_index').on(table.authorId),
    index('comments_deleted_index')
      .on(table.deletedAt)
      .where(sql`${table.deletedAt} is not null`),
    check(
      'comments_text_check',
      sql`${rangeOf(sql`char_length(${table.text})`, commentLimits.text)} or (${table.authorId} is null and ${table.text} = '')`,
    ),
    check('comments_author_check', sql`${table.authorId} is not null or ${table.deletedAt} is not null`),
    check('comments_deleted_check', sql`(${table.deletedAt} is null) = (${table.deletedBy} is null)`),
    check('comments_number_check', sql`(${table.number} is null) = (${table.threadId} is not null) and ${table.number} > 0`),
    check(
      'comments_reply_check',
      sql`${table.threadId} is null or num_nonnulls(${table.tick}, ${table.storySeconds}, ${table.x}, ${table.resolvedAt}) = 0`,
    ),
    check('comments_tick_check', rangeOf(sql`${table.tick}`, commentLimits.tick)),
    check('comments_story_seconds_check', rangeOf(sql`${table.storySeconds}`, commentLimits.storySeconds)),
    check('comments_place_check', sql`num_nulls(${table.x}, ${table.y}, ${table.z}) in (0, 3)`),
    ...(['x', 'y', 'z'] as const).map((axis) => check(`comments_${axis}_check`, rangeOf(sql`${table[axis]}`, commentLimits.place))),
  ],
);

/** Reviews of universes by users other than the owner. */
export const reviews = pgTable(
  'reviews',
  {
    userId: varchar('user_id', { length: 24 })
      .notNull()
      .references(() => users.id),
    universeId: universeId().notNull(),
    stars: smallint('stars').notNull(),
    text: varchar('text', { length: reviewLimits.text.max }).notNull().default(''),
    createdAt,
    editedAt: timestamp('edited_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.universeId] }),
    index('reviews_universe_index').on(table.universeId, table.createdAt, table.userId),
    check('reviews_stars_check', rangeOf(sql`${table.stars}`, reviewLimits.stars)),
  ],
);

/** Notifications of users. */
export const notifications = pgTable(
  'notifications',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    userId: varchar('user_id', { length: 24 })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<NotificationKind>().notNull(),
    /** The subject: a user has one notification per topic, which is renewed when it happens again. */
    topic: varchar('topic', { length: 80 }).notNull(),
    /** Null if the universe is deleted, which the notification outlives: `lostId` and `lostName` then identify it. */
    universeId: universeId(),
    lostId: varchar('lost_id', { length: 24 }),
    lostName: varchar('lost_name', { length: universeLimits.name.max }),
    actorId: varchar('actor_id', { length: 24 }).references(() => users.id, { onDelete: 'set null' }),
    commentId: varchar('comment_id', { length: 24 }).references(() => comments.id, { onDelete: 'cascade' }),
    count: integer('count').notNull().default(1),
    createdAt,
    readAt: timestamp('read_at', { withTimezone: true }),
  },
  (table) => [
    unique('notifications_topic_unique').on(table.userId, table.topic),
    index('notifications_recent_index').on(table.userId, table.createdAt, table.id),
    index('notifications_created_index').on(table.createdAt),
    index('notifications_universe_index').on(table.universeId),
    index('notifications_actor_index').on(table.actorId),
    index('notifications_comment_index').on(table.commentId),
    check('notifications_comment_check', sql`(${table.kind} in ('comment', 'reply')) = (${table.commentId} is not null)`),
    check('notifications_lost_check', sql`(${table.universeId} is null) = (${isOneOf(table.kind, lossKinds)})`),
    check(
      'notifications_lost_name_check',
      sql`num_nulls(${table.universeId}, ${table.lostId}) = 1 and (${table.lostId} is null) = (${table.lostName} is null)`,
    ),
    check('notifications_count_check', sql`${table.count} >= 1`),
    check('notifications_actor_check', sql`${table.actorId} <> ${table.userId}`),
  ],
);
