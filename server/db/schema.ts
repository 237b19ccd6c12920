import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  varchar,
} from 'drizzle-orm/pg-core';
import { type AccountRole, accountRoles, userLimits } from '../../shared/api/accounts/user.ts';
import { commentLimits, reviewLimits } from '../../shared/api/feedback/feedback.ts';
import { type SharedRole, sharedRoles, universeLimits } from '../../shared/api/universes/universe.ts';
import { type ParameterKey, registry } from '../../shared/parameters/index.ts';
import {
  affinityCount,
  type Edit,
  emitterFields,
  indifference,
  lockGroups,
  type Storyboard,
  templateLimits,
  type UniverseDocument,
  wellFields,
} from '../../shared/universe/index.ts';
import { checksOf, tableColumnsOf, isColour, isOneOf, preferenceColumns, putForwardCheck, rangeOf } from './schema/columns.ts';

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
const updatedAt = timestamp('updated_at', { withTimezone: true }).notNull().defaultNow();

/**
 * All users. A guest is known only by a cookie, and has no address, hash or password. An account has an address and a password, or an
 * identity at an identity provider, or both.
 */
export const users = pgTable(
  'users',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    displayName: varchar('display_name', { length: userLimits.displayName.max }).notNull(),
    colour: varchar('colour', { length: 7 }).notNull(),
    bio: varchar('bio', { length: userLimits.bio.max }).notNull().default(''),
    role: text('role').$type<AccountRole>().notNull().default('user'),
    /** Null for guests. */
    accountSince: timestamp('account_since', { withTimezone: true }),
    /** Sealed with a key of the server. */
    email: text('email'),
    /** The hash by which an account is found. */
    emailHash: varchar('email_hash', { length: 64 }).unique('users_email_hash_unique'),
    /** The time of the verification of the address. */
    emailVerifiedAt: timestamp('email_verified_at', { withTimezone: true }),
    passwordHash: varchar('password_hash', { length: 200 }),
    /** Raised when all sessions of the user are ended: a session of an older generation is not valid, whenever it is written. */
    sessionGeneration: integer('session_generation').notNull().default(0),
    /** The last time that all sessions were ended: mail that was requested before is not sent any more. */
    sessionsEndedAt: timestamp('sessions_ended_at', { withTimezone: true }),
    ...preferenceColumns(),
    /** True if the user has stored content without a row that refers to them: a changed profile, or edits in a journal. */
    isKept: boolean('is_kept').notNull().default(false),
    createdAt,
  },
  (table) => [
    // Guests without stored content are searched for regularly.
    index('users_idle_guests_index')
      .on(table.createdAt)
      .where(sql`${table.accountSince} is null and not ${table.isKept}`),
    check('users_display_name_check', rangeOf(sql`char_length(${table.displayName})`, userLimits.displayName)),
    check('users_bio_check', rangeOf(sql`char_length(${table.bio})`, { min: 0, ...userLimits.bio })),
    check('users_colour_check', isColour(table.colour)),
    check('users_role_check', isOneOf(table.role, accountRoles)),
    check('users_email_hash_check', sql`${table.emailHash} ~ '^[0-9a-f]{64}$'`),
    check('users_email_verified_check', sql`${table.emailVerifiedAt} is null or ${table.email} is not null`),
    check('users_password_hash_check', sql`${table.passwordHash} like '$argon2id$%'`),
    check('users_account_check', sql`${table.accountSince} is not null or num_nonnulls(${table.email}, ${table.passwordHash}) = 0`),
    check('users_email_check', sql`(${table.email} is null) = (${table.emailHash} is null)`),
    // A password is used together with an address.
    check('users_password_check', sql`${table.passwordHash} is null or ${table.email} is not null`),
  ],
);

const putForward = () => text('put_forward').array().$type<ParameterKey[]>().notNull().default([]);

/** Templates without an owner mirror `assets/templates`, refreshed at every start; the others belong to users. */
export const templates = pgTable(
  'templates',
  {
    id: varchar('id', { length: 40 }).primaryKey(),
    name: varchar('name', { length: templateLimits.name.max }).notNull(),
    sentence: varchar('sentence', { length: templateLimits.sentence.max }).notNull(),
    category: varchar('category', { length: templateLimits.category.max }).notNull(),
    /** In the document version in which it was written. */
    document: jsonb('document').$type<UniverseDocument>().notNull(),
    ownerId: varchar('owner_id', { length: 24 }).references(() => users.id, { onDelete: 'cascade' }),
    isPublic: boolean('is_public').notNull().default(true),
    putForward: putForward(),
    /** Of a built-in template: the revision of those of the release that wrote it. */
    builtInRevision: integer('built_in_revision'),
    createdAt,
  },
  (table) => [
    index('templates_owner_index').on(table.ownerId, table.createdAt, table.id),
    index('templates_public_index').on(table.createdAt, table.id).where(isShownTemplate(table)),
    check('templates_name_check', rangeOf(sql`char_length(${table.name})`, templateLimits.name)),
    check('templates_sentence_check', rangeOf(sql`char_length(${table.sentence})`, templateLimits.sentence)),
    check('templates_category_check', rangeOf(sql`char_length(${table.category})`, templateLimits.category)),
    check('templates_document_check', sql`jsonb_typeof(${table.document}) = 'object'`),
    check('templates_owner_check', sql`${table.ownerId} is not null or ${table.isPublic}`),
    check('templates_id_check', sql`(${table.ownerId} is null) = (${table.id} ~ '^[a-z0-9-]+$')`),
    putForwardCheck('templates', table.putForward),
  ],
);

/** The condition for public templates of users, shared by an index and its queries. */
export function isShownTemplate(table: { ownerId: AnyPgColumn; isPublic: AnyPgColumn }) {
  return sql`${table.ownerId} is not null and ${table.isPublic}`;
}

/** The condition for universes in public lists, shared by their indexes and queries. */
export const isListedPublicly = (table: { isPublic: AnyPgColumn; deletedAt: AnyPgColumn }) =>
  sql`${table.isPublic} and ${table.deletedAt} is null`;

/** A row per universe. Its document at `checkpointSequence` is in the tables below; later edits are in the journal. */
export const universes = pgTable(
  'universes',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    name: varchar('name', { length: universeLimits.name.max }).notNull(),
    description: varchar('description', { length: universeLimits.description.max }).notNull().default(''),
    isPublic: boolean('is_public').notNull().default(true),
    linkRole: text('link_role').$type<SharedRole>().notNull().default('editor'),
    ownerId: varchar('owner_id', { length: 24 })
      .notNull()
      .references(() => users.id),
    // No foreign keys: a universe outlives the template or the universe that it came from.
    templateId: varchar('template_id', { length: 40 }),
    forkedFromId: varchar('forked_from_id', { length: 24 }),
    /** Counts the changes of this row by users, so that no user overwrites a change they have not seen. */
    revision: integer('revision').notNull().default(1),
    documentVersion: integer('document_version').notNull(),
    /** A copy of the template's list, as the universe may outlive the template. */
    putForward: putForward(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    /** Fencing token: opening a room raises it, and a journal row is accepted only with the highest one. */
    epoch: integer('epoch').notNull().default(0),
    /** The process whose room has it open; it holds the universe as long as it lives (schema/process-schema.ts). */
    holder: varchar('holder', { length: 24 }),
    /** The matrix of the species, row by row. */
    affinities: doublePrecision('affinities').array().notNull().default(indifference()),
    /** The storyboard of the document. */
    storyboard: jsonb('storyboard').$type<Storyboard>(),
    checkpointSequence: integer('checkpoint_sequence').notNull().default(0),
    editCount: integer('edit_count').notNull().default(0),
    /** Stored counts, so that lists need not count rows. */
    favouriteCount: integer('favourite_count').notNull().default(0),
    /** The sum of the weights of favourites, which fall with age: a logarithm, so that it is constant between favourites. */
    popularity: doublePrecision('popularity').notNull().default(0),
    commentCount: integer('comment_count').notNull().default(0),
    /** The number of threads ever begun, which is the number of the last one. */
    threadsBegun: integer('threads_begun').notNull().default(0),
    ratingCount: integer('rating_count').notNull().default(0),
    /** The sum of all stars. */
    ratingSum: integer('rating_sum').notNull().default(0),
    /** The parts that only the owner may change. */
    locks: varchar('locks', { length: 20, enum: lockGroups }).array().notNull().default([]),
    /** True if spectators may write in the chat of the room. */
    spectatorsWrite: boolean('spectators_write').notNull().default(false),
    tags: varchar('tags', { length: universeLimits.tag.max }).array().notNull().default([]),
    createdAt,
    updatedAt,
    /** The time since when it is in the trash, from which its owner can restore it. */
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
  },
  (table) => [
    index('universes_owner_index').on(table.ownerId, table.updatedAt),
    index('universes_recent_index').on(table.updatedAt, table.id).where(isListedPublicly(table)),
    index('universes_popular_index').on(table.popularity, table.id).where(isListedPublicly(table)),
    index('universes_deleted_index').on(table.deletedAt),
    check('universes_revision_check', sql`${table.revision} >= 1`),
    check('universes_favourite_count_check', sql`${table.favouriteCount} >= 0`),
    check('universes_comment_count_check', rangeOf(sql`${table.commentCount}`, commentLimits.perUniverse)),
    check('universes_threads_begun_check', sql`${table.threadsBegun} >= 0`),
    check('universes_rating_count_check', sql`${table.ratingCount} >= 0`),
    check(
      'universes_rating_sum_check',
      sql`${table.ratingSum} between ${table.ratingCount} * ${sql.raw(`${reviewLimits.stars.min}`)} and ${table.ratingCount} * ${sql.raw(`${reviewLimits.stars.max}`)}`,
    ),
    check('universes_popularity_check', sql`${table.popularity} between 0 and 1e9`),
    check('universes_tags_check', sql`cardinality(${table.tags}) <= ${sql.raw(`${universeLimits.tags.max}`)}`),
    check(
      'universes_locks_check',
      sql`${table.locks} <@ ${sql.raw(`array[${lockGroups.map((group) => `'${group}'`).join(', ')}]::varchar[]`)}`,
    ),
    check('universes_link_role_check', isOneOf(table.linkRole, sharedRoles)),
    check(
      'universes_affinities_check',
      sql`cardinality(${table.affinities}) = ${sql.raw(`${affinityCount}`)} and -1 <= all (${table.affinities}) and 1 >= all (${table.affinities})`,
    ),
    check('universes_storyboard_check', sql`jsonb_typeof(${table.storyboard}) = 'object'`),
    putForwardCheck('universes', table.putForward),
    check('universes_seed_check', sql`${table.seed} between 0 and 4294967295`),
  ],
);

export const universeId = () => varchar('universe_id', { length: 24 }).references(() => universes.id, { onDelete: 'cascade' });

export const physicsParameters = pgTable(
  'physics_parameters',
  { universeId: universeId().primaryKey(), ...tableColumnsOf(registry.physics) },
  (table) => checksOf('physics', registry.physics, table),
);

export const musicParameters = pgTable(
  'music_parameters',
  { universeId: universeId().primaryKey(), ...tableColumnsOf(registry.music) },
  (table) => checksOf('music', registry.music, table),
);

export const audioParameters = pgTable(
  'audio_parameters',
  { universeId: universeId().primaryKey(), ...tableColumnsOf(registry.audio) },
  (table) => checksOf('audio', registry.audio, table),
);

export const visualizationParameters = pgTable(
  'visualization_parameters',
  { universeId: universeId().primaryKey(), ...tableColumnsOf(registry.visualization) },
  (table) => checksOf('visualization', registry.visualization, table),
);

export const couplingParameters = pgTable(
  'coupling_parameters',
  { universeId: universeId().primaryKey(), ...tableColumnsOf(registry.coupling) },
  (table) => checksOf('coupling', registry.coupling, table),
);

/** `position` stores the order of the list, which the simulation depends on. */
export const emitters = pgTable(
  'emitters',
  {
    universeId: universeId().notNull(),
    id: varchar('id', { length: 24 }).notNull(),
    position: integer('position').notNull(),
    ...tableColumnsOf(emitterFields),
  },
  (table) => [primaryKey({ columns: [table.universeId, table.id] }), ...checksOf('emitters', emitterFields, table)],
);

export const wells = pgTable(
  'wells',
  {
    universeId: universeId().notNull(),
    id: varchar('id', { length: 24 }).notNull(),
    position: integer('position').notNull(),
    ...tableColumnsOf(wellFields),
  },
  (table) => [primaryKey({ columns: [table.universeId, table.id] }), ...checksOf('wells', wellFields, table)],
);

/** Every acknowledged edit, in order. */
export const editJournal = pgTable(
  'edit_journal',
  {
    universeId: universeId().notNull(),
    sequence: integer('sequence').notNull(),
    epoch: integer('epoch').notNull(),
    tick: integer('tick').notNull(),
    userId: varchar('user_id', { length: 24 }).notNull(),
    clientId: varchar('client_id', { length: 40 }).notNull(),
    clientSequence: integer('client_sequence').notNull(),
    edit: jsonb('edit').$type<Edit>().notNull(),
    createdAt,
  },
  (table) => [
    primaryKey({ columns: [table.universeId, table.sequence] }),
    unique('edit_journal_client_unique').on(table.universeId, table.clientId, table.clientSequence),
  ],
);
