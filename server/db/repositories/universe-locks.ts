import { asc, eq, inArray, or } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { universes } from '../schema.ts';
import { favourites } from '../sharing-schema.ts';
import { comments, reviews } from '../talk-schema.ts';
import type { UniverseRow } from './universes.ts';

/** Keeps one universe as it is until the transaction ends. */
export async function lockUniverse(db: Database, id: string): Promise<UniverseRow | null> {
  const [row] = await db.select().from(universes).where(eq(universes.id, id)).for('no key update');
  return row ?? null;
}

/**
 * Keeps all that somebody owns, has among their favourites, or has said something of, in an order that is always the same, so that no
 * two wait for each other.
 */
export async function lockUniversesAround(db: Database, userId: string): Promise<void> {
  const favoured = db.select({ id: favourites.universeId }).from(favourites).where(eq(favourites.userId, userId));
  const discussed = db.select({ id: comments.universeId }).from(comments).where(eq(comments.authorId, userId));
  const rated = db.select({ id: reviews.universeId }).from(reviews).where(eq(reviews.userId, userId));
  await db
    .select({ id: universes.id })
    .from(universes)
    .where(
      or(eq(universes.ownerId, userId), inArray(universes.id, favoured), inArray(universes.id, discussed), inArray(universes.id, rated)),
    )
    .orderBy(asc(universes.id))
    .for('update');
}
