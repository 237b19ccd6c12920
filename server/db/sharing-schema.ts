import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, timestamp, varchar } from 'drizzle-orm/pg-core';
import { type SharedRole, sharedRoles } from '../../shared/api/universe.ts';
import { isOneOf } from './columns.ts';
import { universeId, users } from './schema.ts';

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
const userId = () => varchar('user_id', { length: 24 }).references(() => users.id, { onDelete: 'cascade' });

/** Who has a role of their own in a universe, beside its owner. */
export const collaborators = pgTable(
  'collaborators',
  {
    universeId: universeId().notNull(),
    userId: userId().notNull(),
    role: text('role').$type<SharedRole>().notNull(),
    createdAt,
  },
  (table) => [
    primaryKey({ columns: [table.universeId, table.userId] }),
    index('collaborators_user_index').on(table.userId),
    check('collaborators_role_check', isOneOf(table.role, sharedRoles)),
  ],
);

/** Links that give a role to whoever opens them, until they expire. The secret of a link is kept as its hash alone. */
export const invitations = pgTable(
  'invitations',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    universeId: universeId().notNull(),
    role: text('role').$type<SharedRole>().notNull(),
    secretHash: varchar('secret_hash', { length: 64 }).notNull().unique('invitations_secret_hash_unique'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt,
  },
  (table) => [
    index('invitations_universe_index').on(table.universeId),
    index('invitations_expires_index').on(table.expiresAt),
    check('invitations_role_check', isOneOf(table.role, sharedRoles)),
    check('invitations_secret_hash_check', sql`${table.secretHash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** What somebody wants to find again. */
export const favourites = pgTable(
  'favourites',
  {
    userId: userId().notNull(),
    universeId: universeId().notNull(),
    createdAt,
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.universeId] }),
    index('favourites_universe_index').on(table.universeId),
    index('favourites_recent_index').on(table.userId, table.createdAt),
  ],
);
