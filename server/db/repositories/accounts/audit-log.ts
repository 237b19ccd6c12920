import { and, asc, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import { auditLog } from '../../schema/account-schema.ts';
import type { Database } from '../../database.ts';
import { isAfter, microseconds } from '../../timestamps.ts';
import { universes, users } from '../../schema.ts';
import { isReadableBy } from '../universes/readable.ts';
import { publicColumns } from './users.ts';

export type AuditLogRow = typeof auditLog.$inferSelect;

/** Returns the present time, but later than all entries of the user: entries keep their order, however close they are. */
const nextMoment = (userId: string) => sql`greatest(
  clock_timestamp(),
  (select max(before.created_at) + interval '1 microsecond' from ${auditLog} as before where before.user_id = ${userId})
)`;

/** Writes an entry, at the present time if none is given; entries of the same topic are counted in a single row with the latest time. */
export async function upsertAuditEntry(db: Database, row: typeof auditLog.$inferInsert): Promise<void> {
  await db
    .insert(auditLog)
    .values({ ...row, createdAt: row.createdAt ?? nextMoment(row.userId) })
    .onConflictDoUpdate({
      target: [auditLog.userId, auditLog.topic],
      set: { count: sql`${auditLog.count} + 1`, createdAt: sql`excluded.created_at` },
    });
}

/** Returns a page of a user's entries, newest first, with universes that the user may see and users who still exist. */
export function selectAuditLog(
  db: Database,
  { userId, after, limit }: { userId: string; after?: { value: number; id: string }; limit: number },
) {
  return db
    .select({
      entry: getTableColumns(auditLog),
      universe: { id: universes.id, name: universes.name },
      person: publicColumns,
      value: microseconds(auditLog.createdAt),
    })
    .from(auditLog)
    .leftJoin(universes, and(eq(universes.id, auditLog.universeId), isReadableBy(db, userId)))
    .leftJoin(users, eq(users.id, auditLog.personId))
    .where(and(eq(auditLog.userId, userId), isAfter(auditLog.createdAt, auditLog.id, after)))
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(limit);
}

/** Returns all entries of a user, oldest first. */
export function selectAuditLogOf(db: Database, userId: string): Promise<AuditLogRow[]> {
  return db.select().from(auditLog).where(eq(auditLog.userId, userId)).orderBy(asc(auditLog.createdAt), asc(auditLog.id));
}

/** Moves a guest's entries to an account. Guests have no counted entries. */
export async function moveAuditLog(db: Database, fromUserId: string, toUserId: string): Promise<void> {
  await db.update(auditLog).set({ userId: toUserId }).where(eq(auditLog.userId, fromUserId));
}

export async function deleteOldAuditEntries(db: Database, before: Date): Promise<void> {
  await db.delete(auditLog).where(lt(auditLog.createdAt, before));
}
