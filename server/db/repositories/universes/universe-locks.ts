import { asc, eq, inArray, or } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { universes } from '../../schema.ts';
import { favourites } from '../../schema/sharing-schema.ts';
import { comments, reviews } from '../../schema/feedback-schema.ts';
import type { UniverseRow } from './universes.ts';

/** Locks a universe until the transaction ends. */
export async function lockUniverse(db: Database, id: string): Promise<UniverseRow | null> {
  const [row] = await db.select().from(universes).where(eq(universes.id, id)).for('no key update');
  return row ?? null;
}

/**
 * Locks all universes that a user owns, has as favourites, has commented on or has reviewed, in a fixed order, which prevents deadlocks.
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
