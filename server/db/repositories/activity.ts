import { and, asc, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import { activity } from '../account-schema.ts';
import type { Database } from '../database.ts';
import { isAfter, microseconds } from '../moments.ts';
import { universes, users } from '../schema.ts';
import { isReadableBy } from './readable.ts';
import { publicColumns } from './users.ts';

export type ActivityRow = typeof activity.$inferSelect;

/** The present moment, and after all that is noted of somebody: what they do one after the other is told in that order, however fast. */
const nextMoment = (userId: string) => sql`greatest(
  clock_timestamp(),
  (select max(before.created_at) + interval '1 microsecond' from ${activity} as before where before.user_id = ${userId})
)`;

/** Notes something, now where no moment is given; of one topic it is counted, and as new as the last time. */
export async function upsertActivity(db: Database, row: typeof activity.$inferInsert): Promise<void> {
  await db
    .insert(activity)
    .values({ ...row, createdAt: row.createdAt ?? nextMoment(row.userId) })
    .onConflictDoUpdate({
      target: [activity.userId, activity.topic],
      set: { count: sql`${activity.count} + 1`, createdAt: sql`excluded.created_at` },
    });
}

/** One page of somebody's, the newest first: with universes that they may see, and people who are still there. */
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

/** All of somebody's, the oldest first. */
export function selectActivityOf(db: Database, userId: string): Promise<ActivityRow[]> {
  return db.select().from(activity).where(eq(activity.userId, userId)).orderBy(asc(activity.createdAt), asc(activity.id));
}

/** Gives what a guest did to an account: of guests nothing is counted. */
export async function moveActivity(db: Database, fromUserId: string, toUserId: string): Promise<void> {
  await db.update(activity).set({ userId: toUserId }).where(eq(activity.userId, fromUserId));
}

export async function deleteOldActivity(db: Database, before: Date): Promise<void> {
  await db.delete(activity).where(lt(activity.createdAt, before));
}
