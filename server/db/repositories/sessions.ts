import { and, eq, gt, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { SessionData } from 'express-session';
import { mailSecrets } from '../account-schema.ts';
import type { Database } from '../database.ts';
import { users } from '../schema.ts';
import { sessions } from '../session-schema.ts';

const isThat = (sid: string) => eq(sessions.sid, sid);
const isUnexpired = gt(sessions.expire, sql`localtimestamp`);
const timeOf = (expiresAt: Date) => sql`to_timestamp(${expiresAt.getTime() / 1000}::double precision)`;

const userIdOf = sql`(${sessions.sess} -> 'passport' ->> 'user')`;
/** Whether a session is nobody's yet, or of the generation that its user is at. */
const isOfPresentGeneration = sql`(${userIdOf} is null or exists (
  select 1 from ${users} where ${users.id} = ${userIdOf}
  and ${users.sessionGeneration} = coalesce((${sessions.sess} ->> 'generation')::integer, 0)
))`;

async function isAny(rows: Promise<{ sid: string }[]>): Promise<boolean> {
  return (await rows).length > 0;
}
const returned = { sid: sessions.sid };

/** What is kept in a session that has neither ended nor expired. Every `sid` here is the SHA-256 of the one in the cookie. */
export async function selectSession(db: Database, sid: string): Promise<SessionData | null> {
  const [row] = await db
    .select({ sess: sessions.sess })
    .from(sessions)
    .where(and(isThat(sid), isUnexpired, isOfPresentGeneration));
  return (row?.sess as SessionData | undefined) ?? null;
}

/** Whether a session has neither ended nor expired. */
export function isSessionLive(db: Database, sid: string): Promise<boolean> {
  return isAny(
    db
      .select(returned)
      .from(sessions)
      .where(and(isThat(sid), isUnexpired, isOfPresentGeneration)),
  );
}

/** Begins a session. @returns false where the sessions of its user were ended since they were looked up. */
export async function insertSession(db: Database, sid: string, sess: SessionData, expiresAt: Date): Promise<boolean> {
  const rows: Promise<{ sid: string }[]> = db
    .insert(sessions)
    .values({ sid, sess, expire: timeOf(expiresAt) as SQL<Date> })
    .returning(returned);
  return (await isAny(rows)) && isSessionLive(db, sid);
}

/** Writes a session that there is. @returns false where it has ended, and is not begun again by this. */
export function updateSession(db: Database, sid: string, sess: SessionData, expiresAt: Date): Promise<boolean> {
  return isAny(
    db
      .update(sessions)
      .set({ sess, expire: timeOf(expiresAt) as SQL<Date> })
      .where(isThat(sid))
      .returning(returned),
  );
}

/** Lets a session that there is expire later. */
export async function touchSession(db: Database, sid: string, expiresAt: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ expire: timeOf(expiresAt) as SQL<Date> })
    .where(isThat(sid));
}

/** @returns false where it has ended before. */
export function deleteSession(db: Database, sid: string): Promise<boolean> {
  return isAny(db.delete(sessions).where(isThat(sid)).returning(returned));
}

export async function deleteExpiredSessions(db: Database): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expire, sql`localtimestamp`));
}

/** Deletes the sessions of a user, all of them or all but one: for a user who is no more, or has become another. @returns whether there were any */
export function deleteSessionsOf(db: Database, userId: string, exceptSid?: string): Promise<boolean> {
  const isTheirs = sql`${userIdOf} = ${userId}`;
  const isMeant = exceptSid === undefined ? isTheirs : and(isTheirs, ne(sessions.sid, exceptSid));
  return isAny(db.delete(sessions).where(isMeant).returning(returned));
}

/**
 * Ends the sessions of a user, and what was sent to win the account back. A session of that user which is written later by a request
 * that had begun before is not valid either. @param keptSid of a session whose row is left for its request to replace.
 */
export async function endSessionsOf(tx: Database, userId: string, keptSid?: string): Promise<void> {
  const generation = sql`${users.sessionGeneration} + 1`;
  await tx.update(users).set({ sessionGeneration: generation, sessionsEndedAt: new Date() }).where(eq(users.id, userId));
  await deleteSessionsOf(tx, userId, keptSid);
  await tx.delete(mailSecrets).where(and(eq(mailSecrets.userId, userId), eq(mailSecrets.purpose, 'reset')));
}

/** Keeps a sign-in that was begun at an identity provider, in place of another one. */
export async function putPendingSignIn(db: Database, sid: string, pendingSignIn: object): Promise<void> {
  await db.update(sessions).set({ pendingSignIn }).where(isThat(sid));
}

/** Takes it out: of two requests at the same time one gets it. */
export async function takePendingSignIn(db: Database, sid: string): Promise<unknown> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select({ pendingSignIn: sessions.pendingSignIn }).from(sessions).where(isThat(sid)).for('update');
    if (!row?.pendingSignIn) return null;
    await tx.update(sessions).set({ pendingSignIn: null }).where(isThat(sid));
    return row.pendingSignIn;
  });
}
