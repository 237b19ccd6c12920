import { and, asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { isAfter, microseconds } from '../../timestamps.ts';
import { universes } from '../../schema.ts';
import { reviews } from '../../schema/feedback-schema.ts';

export type ReviewRow = typeof reviews.$inferSelect;
export type PlacedReview = ReviewRow & { value: number };

const isOf = (userId: string, universeId: string) => and(eq(reviews.userId, userId), eq(reviews.universeId, universeId));

/** Returns a page of the reviews of a universe, newest first. */
export function selectReviews(
  db: Database,
  { universeId, after, limit }: { universeId: string; after?: { value: number; id: string }; limit: number },
): Promise<PlacedReview[]> {
  return db
    .select({ ...getTableColumns(reviews), value: microseconds(reviews.createdAt) })
    .from(reviews)
    .where(and(eq(reviews.universeId, universeId), isAfter(reviews.createdAt, reviews.userId, after)))
    .orderBy(desc(reviews.createdAt), desc(reviews.userId))
    .limit(limit);
}

export async function selectReview(db: Database, userId: string, universeId: string): Promise<ReviewRow | null> {
  const [row] = await db.select().from(reviews).where(isOf(userId, universeId));
  return row ?? null;
}

/** Returns all reviews of a user, oldest first. */
export function selectReviewsOf(db: Database, userId: string): Promise<ReviewRow[]> {
  return db.select().from(reviews).where(eq(reviews.userId, userId)).orderBy(asc(reviews.createdAt));
}

/** Writes a user's review and replaces an earlier one. */
export async function upsertReview(
  db: Database,
  { userId, universeId, stars, text }: Pick<ReviewRow, 'userId' | 'universeId' | 'stars' | 'text'>,
): Promise<void> {
  await db
    .insert(reviews)
    .values({ userId, universeId, stars, text })
    .onConflictDoUpdate({ target: [reviews.userId, reviews.universeId], set: { stars, text, editedAt: new Date() } });
}

/** @returns the deleted review, or null if there was none. */
export async function deleteReview(db: Database, userId: string, universeId: string): Promise<ReviewRow | null> {
  const [row] = await db.delete(reviews).where(isOf(userId, universeId)).returning();
  return row ?? null;
}

/** Moves a user's reviews to another user, who has reviewed none of these universes. */
export async function moveReviews(db: Database, fromUserId: string, toUserId: string): Promise<void> {
  await db.update(reviews).set({ userId: toUserId }).where(eq(reviews.userId, fromUserId));
}

/** Returns the universes that both users have reviewed. */
export async function selectReviewedByBoth(db: Database, userId: string, otherUserId: string): Promise<string[]> {
  const byOther = db.select({ id: reviews.universeId }).from(reviews).where(eq(reviews.userId, otherUserId));
  const rows = await db
    .select({ id: reviews.universeId })
    .from(reviews)
    .where(and(eq(reviews.userId, userId), inArray(reviews.universeId, byOther)));
  return rows.map(({ id }) => id);
}

/** Returns the universes that a user has reviewed and now owns. */
export async function selectReviewsOfOwn(db: Database, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: reviews.universeId })
    .from(reviews)
    .innerJoin(universes, eq(universes.id, reviews.universeId))
    .where(and(eq(reviews.userId, userId), eq(universes.ownerId, userId)));
  return rows.map(({ id }) => id);
}

/** Adds to the count and the stars of a universe's rating, without changing its `updatedAt`. */
export async function addToRating(db: Database, universeId: string, change: { count: number; stars: number }): Promise<void> {
  await db
    .update(universes)
    .set({
      ratingCount: sql`${universes.ratingCount} + ${change.count}::integer`,
      ratingSum: sql`${universes.ratingSum} + ${change.stars}::integer`,
    })
    .where(eq(universes.id, universeId));
}
