import { and, asc, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import { activity } from '../account-schema.ts';
import type { Database } from '../database.ts';
import { isAfter, microseconds } from '../moments.ts';
import { universes, users } from '../schema.ts';
import { isReadableBy } from './readable.ts';
import { publicColumns } from './users.ts';

export type ActivityRow = typeof activity.$inferSelect;

/** Returns the present time, but later than all entries of the user: entries keep their order, however close they are. */
const nextMoment = (userId: string) => sql`greatest(
  clock_timestamp(),
  (select max(before.created_at) + interval '1 microsecond' from ${activity} as before where before.user_id = ${userId})
)`;

/** Writes an entry, at the present time if none is given; entries of the same topic are counted in a single row with the latest time. */
export async function upsertActivity(db: Database, row: typeof activity.$inferInsert): Promise<void> {
  await db
    .insert(activity)
    .values({ ...row, createdAt: row.createdAt ?? nextMoment(row.userId) })
    .onConflictDoUpdate({
      target: [activity.userId, activity.topic],
      set: { count: sql`${activity.count} + 1`, createdAt: sql`excluded.created_at` },
    });
}

/** Returns a page of a user's entries, newest first, with universes that the user may see and users who still exist. */
export function selectActivity(
  db: Database,
  { userId, after, limit }: { userId: string; after?: { value: number; id: string }; limit: number },
) {
  return db
    .select({
      entry: getTableColumns(activity),
      universe: { id: universes.id, name: universes.name },
      person: publicColumns,
      value: microseconds(activity.createdAt),
    })
    .from(activity)
    .leftJoin(universes, and(eq(universes.id, activity.universeId), isReadableBy(db, userId)))
    .leftJoin(users, eq(users.id, activity.personId))
    .where(and(eq(activity.userId, userId), isAfter(activity.createdAt, activity.id, after)))
    .orderBy(desc(activity.createdAt), desc(activity.id))
    .limit(limit);
}

/** Returns all entries of a user, oldest first. */
export function selectActivityOf(db: Database, userId: string): Promise<ActivityRow[]> {
  return db.select().from(activity).where(eq(activity.userId, userId)).orderBy(asc(activity.createdAt), asc(activity.id));
}

/** Moves a guest's entries to an account. Guests have no counted entries. */
export async function moveActivity(db: Database, fromUserId: string, toUserId: string): Promise<void> {
  await db.update(activity).set({ userId: toUserId }).where(eq(activity.userId, fromUserId));
}

export async function deleteOldActivity(db: Database, before: Date): Promise<void> {
  await db.delete(activity).where(lt(activity.createdAt, before));
}
