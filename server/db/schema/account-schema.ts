import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, timestamp, unique, varchar } from 'drizzle-orm/pg-core';
import type { AuditKind } from '../../../shared/api/accounts/audit-log.ts';
import { mailSecretHours, type MailSecretPurpose, providerIdPattern } from '../../../shared/api/accounts/user.ts';
import { isOneOf } from './columns.ts';
import { users } from '../schema.ts';

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
const userId = () => varchar('user_id', { length: 24 }).references(() => users.id, { onDelete: 'cascade' });

/** Links that were sent by mail. Each is valid once, until it expires. Only the hash of a link's secret is stored. */
export const mailSecrets = pgTable(
  'mail_secrets',
  {
    secretHash: varchar('secret_hash', { length: 64 }).primaryKey(),
    userId: userId().notNull(),
    purpose: text('purpose').$type<MailSecretPurpose>().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt,
  },
  (table) => [
    index('mail_secrets_user_index').on(table.userId),
    index('mail_secrets_expires_index').on(table.expiresAt),
    check('mail_secrets_purpose_check', isOneOf(table.purpose, Object.keys(mailSecretHours))),
    check('mail_secrets_hash_check', sql`${table.secretHash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/**
 * Ids of users whose guest cookies are invalid: they signed out, became an account, or are deleted. No foreign key: rows outlive the users.
 */
export const spentGuests = pgTable('spent_guests', { id: varchar('id', { length: 24 }).primaryKey(), createdAt }, (table) => [
  index('spent_guests_created_index').on(table.createdAt),
]);

/** The identities at identity providers by which users sign in. */
export const identities = pgTable(
  'identities',
  {
    provider: varchar('provider', { length: 20 }).notNull(),
    subject: varchar('subject', { length: 255 }).notNull(),
    userId: userId().notNull(),
    createdAt,
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.subject] }),
    unique('identities_user_unique').on(table.userId, table.provider),
    check('identities_provider_check', sql`${table.provider} ~ '${sql.raw(providerIdPattern.source)}'`),
    check('identities_subject_check', sql`char_length(${table.subject}) >= 1`),
  ],
);

/**
 * The audit log: actions of a user that concern their account and rights, and attempts on their account. No secrets and no addresses; other
 * users and universes only by id, without foreign keys, so that entries stay true after a deletion.
 */
export const auditLog = pgTable(
  'activity',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    userId: userId().notNull(),
    kind: text('kind').$type<AuditKind>().notNull(),
    detail: varchar('detail', { length: 24 }),
    universeId: varchar('universe_id', { length: 24 }),
    personId: varchar('person_id', { length: 24 }),
    /** Frequent events are counted in a single row per topic. */
    topic: varchar('topic', { length: 60 }),
    count: integer('count').notNull().default(1),
    createdAt,
  },
  (table) => [
    unique('activity_topic_unique').on(table.userId, table.topic),
    index('activity_recent_index').on(table.userId, table.createdAt, table.id),
    index('activity_created_index').on(table.createdAt),
    check('activity_detail_check', sql`${table.detail} ~ '^[a-z0-9-]{1,24}$'`),
    check('activity_count_check', sql`${table.count} >= 1`),
  ],
);
