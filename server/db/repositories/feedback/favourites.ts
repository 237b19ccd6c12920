import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { universes } from '../../schema.ts';
import { favourites } from '../../schema/sharing-schema.ts';
import type { UniverseRow } from '../universes/universes.ts';

export type FavouriteRow = typeof favourites.$inferSelect;
type Standing = Pick<UniverseRow, 'favouriteCount' | 'popularity'>;

/** @returns the time of the favourite, or null if it already existed. */
export async function insertFavourite(db: Database, userId: string, universeId: string): Promise<Date | null> {
  const [row] = await db.insert(favourites).values({ userId, universeId }).onConflictDoNothing().returning();
  return row?.createdAt ?? null;
}

/** @returns the time at which it was added, or null if there was none. */
export async function deleteFavourite(db: Database, userId: string, universeId: string): Promise<Date | null> {
  const [row] = await db
    .delete(favourites)
    .where(and(eq(favourites.userId, userId), eq(favourites.universeId, universeId)))
    .returning();
  return row?.createdAt ?? null;
}

/** Returns the favourites of a user, oldest first. */
export function selectFavouritesOf(db: Database, userId: string): Promise<FavouriteRow[]> {
  return db.select().from(favourites).where(eq(favourites.userId, userId)).orderBy(asc(favourites.createdAt));
}

/** Returns those of these universes that are favourites of the user. */
export async function selectFavouriteIds(db: Database, userId: string, universeIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: favourites.universeId })
    .from(favourites)
    .where(and(eq(favourites.userId, userId), inArray(favourites.universeId, [...universeIds])));
  return new Set(rows.map(({ id }) => id));
}

/** Moves a user's favourites to another user, who has none of them. */
export async function moveFavourites(db: Database, fromUserId: string, toUserId: string): Promise<void> {
  await db.update(favourites).set({ userId: toUserId }).where(eq(favourites.userId, fromUserId));
}

/** Stores the number of favourites of a universe and their weight, without changing its `updatedAt`. */
export async function updateFavouriteCounts(db: Database, universeId: string, { favouriteCount, popularity }: Standing): Promise<void> {
  await db.update(universes).set({ favouriteCount, popularity }).where(eq(universes.id, universeId));
}
