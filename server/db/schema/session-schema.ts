import { sql } from 'drizzle-orm';
import { index, json, jsonb, pgTable, timestamp, varchar } from 'drizzle-orm/pg-core';

/** Server-side sessions. `sid` is the SHA-256 of the id in the cookie, so the content of the table gives no access. */
export const sessions = pgTable(
  'session',
  {
    sid: varchar('sid').primaryKey(),
    sess: json('sess').notNull(),
    expire: timestamp('expire', { precision: 6 }).notNull(),
    /** The pending sign-in at an identity provider. */
    pendingSignIn: jsonb('pending_sign_in'),
  },
  (table) => [
    index('session_expire_index').on(table.expire),
    index('session_user_index').on(sql`(${table.sess} -> 'passport' ->> 'user')`),
  ],
);
