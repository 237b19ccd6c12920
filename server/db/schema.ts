import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  varchar,
} from 'drizzle-orm/pg-core';
import { registry } from '../../shared/parameters/index.ts';
import { affinityCount, type Edit, emitterFields, indifference, type UniverseDocument, wellFields } from '../../shared/universe/index.ts';
import { checksOf, columnsOf } from './columns.ts';

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
const updatedAt = timestamp('updated_at', { withTimezone: true }).notNull().defaultNow();

/** Everyone who has an identity. A guest is known by a cookie alone. */
export const users = pgTable('users', {
  id: varchar('id', { length: 24 }).primaryKey(),
  isGuest: boolean('is_guest').notNull().default(true),
  displayName: varchar('display_name', { length: 40 }).notNull(),
  colour: varchar('colour', { length: 7 }).notNull(),
  createdAt,
});

/** Server-side sessions, in the form that connect-pg-simple asks for. */
export const sessions = pgTable(
  'session',
  {
    sid: varchar('sid').primaryKey(),
    sess: json('sess').notNull(),
    expire: timestamp('expire', { precision: 6 }).notNull(),
  },
  (table) => [index('session_expire_index').on(table.expire)],
);

/** Mirrors `assets/templates`, refreshed at every start. */
export const templates = pgTable('templates', {
  id: varchar('id', { length: 40 }).primaryKey(),
  name: varchar('name', { length: 100 }).notNull(),
  sentence: varchar('sentence', { length: 500 }).notNull(),
  category: varchar('category', { length: 40 }).notNull(),
  document: jsonb('document').$type<UniverseDocument>().notNull(),
});

/** One row a universe. Its document at `checkpointSequence` is in the tables below; later edits are in the journal. */
export const universes = pgTable(
  'universes',
  {
    id: varchar('id', { length: 24 }).primaryKey(),
    name: varchar('name', { length: 100 }).notNull(),
    description: varchar('description', { length: 500 }).notNull().default(''),
    isPublic: boolean('is_public').notNull().default(true),
    linkRole: text('link_role').$type<'editor' | 'viewer'>().notNull().default('editor'),
    ownerId: varchar('owner_id', { length: 24 })
      .notNull()
      .references(() => users.id),
    // No foreign keys: a universe outlives the template or the universe that it came from.
    templateId: varchar('template_id', { length: 40 }),
    forkedFromId: varchar('forked_from_id', { length: 24 }),
    documentVersion: integer('document_version').notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    /** Fencing token: who opens a room raises it, and a journal row is only taken from who holds the highest. */
    epoch: integer('epoch').notNull().default(0),
    /** Row by row of the matrix between the species. */
    affinities: doublePrecision('affinities').array().notNull().default(indifference()),
    checkpointSequence: integer('checkpoint_sequence').notNull().default(0),
    editCount: integer('edit_count').notNull().default(0),
    createdAt,
    updatedAt,
  },
  (table) => [
    index('universes_owner_index').on(table.ownerId, table.updatedAt),
    index('universes_recent_index').on(table.isPublic, table.updatedAt),
    check('universes_link_role_check', sql`${table.linkRole} in ('editor', 'viewer')`),
    check(
      'universes_affinities_check',
      sql`cardinality(${table.affinities}) = ${sql.raw(`${affinityCount}`)} and -1 <= all (${table.affinities}) and 1 >= all (${table.affinities})`,
    ),
    check('universes_seed_check', sql`${table.seed} between 0 and 4294967295`),
  ],
);

const universeId = () => varchar('universe_id', { length: 24 }).references(() => universes.id, { onDelete: 'cascade' });

export const physicsParameters = pgTable(
  'physics_parameters',
  { universeId: universeId().primaryKey(), ...columnsOf(registry.physics) },
  (table) => checksOf('physics', registry.physics, table),
);

export const musicParameters = pgTable(
  'music_parameters',
  { universeId: universeId().primaryKey(), ...columnsOf(registry.music) },
  (table) => checksOf('music', registry.music, table),
);

export const audioParameters = pgTable(
  'audio_parameters',
  { universeId: universeId().primaryKey(), ...columnsOf(registry.audio) },
  (table) => checksOf('audio', registry.audio, table),
);

export const visualizationParameters = pgTable(
  'visualization_parameters',
  { universeId: universeId().primaryKey(), ...columnsOf(registry.visualization) },
  (table) => checksOf('visualization', registry.visualization, table),
);

export const couplingParameters = pgTable(
  'coupling_parameters',
  { universeId: universeId().primaryKey(), ...columnsOf(registry.coupling) },
  (table) => checksOf('coupling', registry.coupling, table),
);

/** `position` keeps the order of the list, which the simulation depends on. */
export const emitters = pgTable(
  'emitters',
  {
    universeId: universeId().notNull(),
    id: varchar('id', { length: 24 }).notNull(),
    position: integer('position').notNull(),
    ...columnsOf(emitterFields),
  },
  (table) => [primaryKey({ columns: [table.universeId, table.id] }), ...checksOf('emitters', emitterFields, table)],
);

export const wells = pgTable(
  'wells',
  {
    universeId: universeId().notNull(),
    id: varchar('id', { length: 24 }).notNull(),
    position: integer('position').notNull(),
    ...columnsOf(wellFields),
  },
  (table) => [primaryKey({ columns: [table.universeId, table.id] }), ...checksOf('wells', wellFields, table)],
);

/** Every edit that was acknowledged, in order. */
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
