import { and, eq, gt, inArray, isNotNull, lte, ne, not, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { SessionData } from 'express-session';
import { mailSecrets, spentGuests } from '../../schema/account-schema.ts';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { users } from '../../schema.ts';
import { sessions } from '../../schema/session-schema.ts';

const isThat = (sid: string) => eq(sessions.sid, sid);
const isUnexpired = gt(sessions.expire, sql`localtimestamp`);
const timeOf = (expiresAt: Date) => sql`to_timestamp(${expiresAt.getTime() / 1000}::double precision)`;

const userIdOf = sql`(${sessions.sess} -> 'passport' ->> 'user')`;
/** The condition that a session has no user yet, or the generation of its user. */
const isOfPresentGeneration = sql`(${userIdOf} is null or exists (
  select 1 from ${users} where ${users.id} = ${userIdOf}
  and ${users.sessionGeneration} = coalesce((${sessions.sess} ->> 'generation')::integer, 0)
))`;

async function isAny(rows: Promise<{ sid: string }[]>): Promise<boolean> {
  return (await rows).length > 0;
}
const returned = { sid: sessions.sid };

const isThatAndLive = and(eq(sessions.sid, sql.placeholder('sid')), isUnexpired, isOfPresentGeneration);

/** A session, and the time at which it expires, in milliseconds since 1970. */
export interface FoundSession {
  data: SessionData;
  expiresMs: number;
}

const content = prepared((db) =>
  db
    .select({
      sess: sessions.sess,
      expiresMs: sql`extract(epoch from ${sessions.expire}::timestamptz) * 1000`.mapWith(Number),
    })
    .from(sessions)
    .where(isThatAndLive)
    .prepare('session'),
);

/** Returns a session that has neither ended nor expired. Every `sid` here is the SHA-256 of the one in the cookie. */
export async function selectSession(db: Database, sid: string): Promise<FoundSession | null> {
  const [row] = await content(db).execute({ sid });
  return row ? { data: row.sess as SessionData, expiresMs: row.expiresMs } : null;
}

const live = prepared((db) => db.select(returned).from(sessions).where(isThatAndLive).prepare('live-session'));

/** True if a session has neither ended nor expired. */
export function isSessionLive(db: Database, sid: string): Promise<boolean> {
  return isAny(live(db).execute({ sid }));
}

/**
 * Returns those of these sessions that have ended or expired, and those of these guests who have no session any more: their cookies are
 * invalid, or they became an account without a session.
 */
export async function selectEndedSessions(
  db: Database,
  sids: readonly string[],
  guestIds: readonly string[],
): Promise<{ hashes: string[]; guestIds: string[] }> {
  const live = db
    .select({ key: sessions.sid, kind: sql<'live' | 'guest'>`'live'` })
    .from(sessions)
    .where(and(inArray(sessions.sid, [...sids]), isUnexpired, isOfPresentGeneration));
  const spent = db
    .select({ key: spentGuests.id, kind: sql<'live' | 'guest'>`'guest'` })
    .from(spentGuests)
    .where(inArray(spentGuests.id, [...guestIds]));
  const hasSession = sql`exists (select 1 from ${sessions} where ${userIdOf} = ${users.id} and ${isUnexpired} and ${isOfPresentGeneration})`;
  const grown = db
    .select({ key: users.id, kind: sql<'live' | 'guest'>`'guest'` })
    .from(users)
    .where(and(inArray(users.id, [...guestIds]), isNotNull(users.accountSince), not(hasSession)));
  const rows = await unionAll(live, spent, grown);
  const found = (kind: 'live' | 'guest') => rows.filter((row) => row.kind === kind).map(({ key }) => key);
  const alive = new Set(found('live'));
  return { hashes: sids.filter((sid) => !alive.has(sid)), guestIds: found('guest') };
}

/** Begins a session. @returns false if the sessions of its user have ended since the user was read. */
export async function insertSession(db: Database, sid: string, sess: SessionData, expiresAt: Date): Promise<boolean> {
  const rows: Promise<{ sid: string }[]> = db
    .insert(sessions)
    .values({ sid, sess, expire: timeOf(expiresAt) as SQL<Date> })
    .returning(returned);
  return (await isAny(rows)) && isSessionLive(db, sid);
}

/** Updates an existing session. @returns false if it has ended; it is not restored. */
export function updateSession(db: Database, sid: string, sess: SessionData, expiresAt: Date): Promise<boolean> {
  return isAny(
    db
      .update(sessions)
      .set({ sess, expire: timeOf(expiresAt) as SQL<Date> })
      .where(isThat(sid))
      .returning(returned),
  );
}

/** Moves the expiry of a session, unless it has ended or expired. */
export async function touchSession(db: Database, sid: string, expiresAt: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ expire: timeOf(expiresAt) as SQL<Date> })
    .where(and(isThat(sid), isUnexpired));
}

/** @returns false if it had already ended. */
export function deleteSession(db: Database, sid: string): Promise<boolean> {
  return isAny(db.delete(sessions).where(isThat(sid)).returning(returned));
}

export async function deleteExpiredSessions(db: Database): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expire, sql`localtimestamp`));
}

/** Deletes all sessions of a user, or all but one, if the user is deleted or has become another. @returns true if there were any */
export function deleteSessionsOf(db: Database, userId: string, exceptSid?: string): Promise<boolean> {
  const isTheirs = sql`${userIdOf} = ${userId}`;
  const isMeant = exceptSid === undefined ? isTheirs : and(isTheirs, ne(sessions.sid, exceptSid));
  return isAny(db.delete(sessions).where(isMeant).returning(returned));
}

/**
 * Ends the sessions of a user, and deletes password reset links. A session that an earlier request writes later is not valid either. @param
 * keptSid of a session whose row is left for its request to replace.
 */
export async function endSessionsOf(tx: Database, userId: string, keptSid?: string): Promise<void> {
  const generation = sql`${users.sessionGeneration} + 1`;
  await tx.update(users).set({ sessionGeneration: generation, sessionsEndedAt: new Date() }).where(eq(users.id, userId));
  await deleteSessionsOf(tx, userId, keptSid);
  await tx.delete(mailSecrets).where(and(eq(mailSecrets.userId, userId), eq(mailSecrets.purpose, 'reset')));
}

/** Stores a pending sign-in at an identity provider, and replaces an earlier one. */
export async function putPendingSignIn(db: Database, sid: string, pendingSignIn: object): Promise<void> {
  await db.update(sessions).set({ pendingSignIn }).where(isThat(sid));
}

/** Returns and deletes it: only one of two concurrent requests gets it. */
export async function takePendingSignIn(db: Database, sid: string): Promise<unknown> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select({ pendingSignIn: sessions.pendingSignIn }).from(sessions).where(isThat(sid)).for('update');
    if (!row?.pendingSignIn) return null;
    await tx.update(sessions).set({ pendingSignIn: null }).where(isThat(sid));
    return row.pendingSignIn;
  });
}
