import { and, ne, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { sessions } from '../schema.ts';

/** Ends the sessions of a user, all of them or all but one: the next request with such a cookie is a stranger's. */
export async function deleteSessionsOf(db: Database, userId: string, exceptId?: string): Promise<void> {
  const isTheirs = sql`(${sessions.sess} -> 'passport' ->> 'user') = ${userId}`;
  await db.delete(sessions).where(exceptId === undefined ? isTheirs : and(isTheirs, ne(sessions.sid, exceptId)));
}
