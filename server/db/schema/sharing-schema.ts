import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, timestamp, varchar } from 'drizzle-orm/pg-core';
import { invitationLimits, type SharedRole, sharedRoles } from '../../../shared/api/universes/universe.ts';
import { isOneOf, rangeOf } from './columns.ts';
import { universeId, users } from '../schema.ts';

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
const userId = () => varchar('user_id', { length: 24 }).references(() => users.id, { onDelete: 'cascade' });

/** The collaborators of universes, without the owners. */
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

/** Links that give a role until they expire. Only the hash of a link's secret is stored. */
export const invitations = pgTable(
  'invitations',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    universeId: universeId().notNull(),
    role: text('role').$type<SharedRole>().notNull(),
    secretHash: varchar('secret_hash', { length: 64 }).notNull().unique('invitations_secret_hash_unique'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** The maximum number of users, and the number who have accepted it. */
    maxUses: integer('max_uses').notNull().default(invitationLimits.uses.max),
    uses: integer('uses').notNull().default(0),
    createdAt,
  },
  (table) => [
    index('invitations_universe_index').on(table.universeId),
    index('invitations_expires_index').on(table.expiresAt),
    check('invitations_role_check', isOneOf(table.role, sharedRoles)),
    check('invitations_secret_hash_check', sql`${table.secretHash} ~ '^[0-9a-f]{64}$'`),
    check('invitations_max_uses_check', rangeOf(sql`${table.maxUses}`, invitationLimits.uses)),
    check('invitations_uses_check', sql`${table.uses} between 0 and ${table.maxUses}`),
  ],
);

/** The users who accepted each invitation. */
export const invitationUses = pgTable(
  'invitation_uses',
  {
    invitationId: varchar('invitation_id', { length: 24 })
      .references(() => invitations.id, { onDelete: 'cascade' })
      .notNull(),
    userId: userId().notNull(),
    createdAt,
  },
  (table) => [primaryKey({ columns: [table.invitationId, table.userId] }), index('invitation_uses_user_index').on(table.userId)],
);

/** The owner's latest decision about the role of a user: it takes precedence over every invitation that was made before it. */
export const roleDecisions = pgTable(
  'role_decisions',
  {
    universeId: universeId().notNull(),
    userId: userId().notNull(),
    /** Null if the user was removed. */
    role: text('role').$type<SharedRole>(),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.universeId, table.userId] }),
    index('role_decisions_user_index').on(table.userId),
    check('role_decisions_role_check', isOneOf(table.role, sharedRoles)),
  ],
);

/** The favourites of users. */
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
