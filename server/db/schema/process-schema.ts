import { jsonb, pgTable, text, timestamp, varchar } from 'drizzle-orm/pg-core';

/**
 * The processes that use this database. Each renews its row every second; one whose time has passed is taken for dead, and its universes may
 * be opened by others.
 */
export const serverProcesses = pgTable('server_processes', {
  /** New at every start. */
  id: varchar('id', { length: 24 }).primaryKey(),
  /** Name by which the proxy in front knows it. */
  node: text('node').notNull(),
  /** Origin at which other processes reach it. */
  address: text('address').notNull(),
  /** Name of its machine: an address of this machine means something only there. */
  machine: text('machine').notNull(),
  aliveUntil: timestamp('alive_until', { withTimezone: true }).notNull(),
});

/** What each process told last of how it is doing, for administrators. The row of one that died stays for a while. */
export const processReports = pgTable('process_reports', {
  node: text('node').primaryKey(),
  processId: varchar('process_id', { length: 24 }).notNull(),
  reportedAt: timestamp('reported_at', { withTimezone: true }).notNull(),
  report: jsonb('report').$type<unknown>().notNull(),
});
