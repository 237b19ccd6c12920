import { and, asc, count, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../../database.ts';
import { isAfter, microseconds } from '../../timestamps.ts';
import { universes, users } from '../../schema.ts';
import { favourites } from '../../schema/sharing-schema.ts';
import { comments, notifications } from '../../schema/feedback-schema.ts';
import { isReadableBy } from '../universes/readable.ts';
import { publicColumns } from './users.ts';

export type NotificationRow = typeof notifications.$inferSelect;
export type NewNotification = typeof notifications.$inferInsert;

/** Writes notifications; one with an existing topic is renewed and becomes unread. */
export async function upsertNotifications(db: Database, rows: readonly NewNotification[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(notifications)
    .values([...rows])
    .onConflictDoUpdate({
      target: [notifications.userId, notifications.topic],
      set: { actorId: sql`excluded.actor_id`, count: sql`excluded.count`, createdAt: sql`excluded.created_at`, readAt: null },
    });
}

/**
 * The condition that a notification is shown: the user may see the universe, or was notified of its loss, and the comment is not deleted.
 */
const isTold = (db: Database, userId: string): SQL | undefined =>
  and(eq(notifications.userId, userId), or(isNull(notifications.universeId), isReadableBy(db, userId)), isNull(comments.deletedAt));

/** Returns a page of a user's notifications, newest first. */
export function selectNotifications(
  db: Database,
  { userId, after, limit }: { userId: string; after?: { value: number; id: string }; limit: number },
) {
  return db
    .select({
      notification: notifications,
      universe: {
        id: sql<string>`coalesce(${universes.id}, ${notifications.lostId})`,
        name: sql<string>`coalesce(${universes.name}, ${notifications.lostName})`,
      },
      actor: publicColumns,
      value: microseconds(notifications.createdAt),
    })
    .from(notifications)
    .leftJoin(universes, eq(universes.id, notifications.universeId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(users, eq(users.id, notifications.actorId))
    .where(and(isTold(db, userId), isAfter(notifications.createdAt, notifications.id, after)))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit);
}

export async function countUnread(db: Database, userId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notifications)
    .leftJoin(universes, eq(universes.id, notifications.universeId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .where(and(isTold(db, userId), isNull(notifications.readAt)));
  return row!.unread;
}

/** @returns false if the user has no such notification. */
export async function markRead(db: Database, userId: string, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(notifications)
    .set({ readAt: sql`coalesce(${notifications.readAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(notifications.userId, userId), eq(notifications.id, id)))
    .returning({ id: notifications.id });
  return rows.length === 1;
}

/** Marks notifications before a given time as read. */
export async function markAllRead(db: Database, userId: string, before: Date, now: Date): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: now })
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), lt(notifications.createdAt, before)));
}

/** Returns all notifications of a user, oldest first. */
export function selectNotificationsOf(db: Database, userId: string): Promise<NotificationRow[]> {
  return db.select().from(notifications).where(eq(notifications.userId, userId)).orderBy(asc(notifications.createdAt));
}

export async function deleteOldNotifications(db: Database, before: Date): Promise<void> {
  await db.delete(notifications).where(lt(notifications.createdAt, before));
}

/** Deletes the notifications that a universe was lost. */
export async function deleteLosses(db: Database, universeId: string): Promise<void> {
  await db.delete(notifications).where(eq(notifications.lostId, universeId));
}

/** Returns the number of favourites of a universe since a given time. */
export async function countFavouritesSince(db: Database, universeId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(favourites)
    .where(and(eq(favourites.universeId, universeId), gte(favourites.createdAt, since)));
  return row!.total;
}

/** Returns the authors in a thread, of the thread and of its replies. */
export async function selectSpeakers(db: Database, threadId: string): Promise<string[]> {
  const isIn = or(eq(comments.id, threadId), eq(comments.threadId, threadId));
  const rows = await db
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(and(isIn, isNull(comments.deletedAt)));
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

const others = alias(notifications, 'others');

/** Merges two users as recipients and as actors: the user is not notified twice, nor of their own actions. */
export async function mergeNotifications(tx: Database, fromUserId: string, toUserId: string): Promise<void> {
  const isOf = (userId: string, actorId: string) => and(eq(notifications.userId, userId), eq(notifications.actorId, actorId));
  await tx.delete(notifications).where(or(isOf(fromUserId, toUserId), isOf(toUserId, fromUserId)));
  const known = tx.select({ topic: others.topic }).from(others).where(eq(others.userId, toUserId));
  await tx.delete(notifications).where(and(eq(notifications.userId, fromUserId), inArray(notifications.topic, known)));
  await tx.update(notifications).set({ userId: toUserId }).where(eq(notifications.userId, fromUserId));
  await tx.update(notifications).set({ actorId: toUserId }).where(eq(notifications.actorId, fromUserId));
}
