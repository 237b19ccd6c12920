import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { universes } from '../../schema.ts';
import { favourites } from '../../schema/sharing-schema.ts';
import { comments, reviews } from '../../schema/feedback-schema.ts';
import type { UniverseRow } from '../universes/universes.ts';

export type Counts = Pick<UniverseRow, 'favouriteCount' | 'commentCount' | 'ratingCount' | 'ratingSum'>;

/** A literal: a list of columns omits the names of tables, and each table has an id. */
const id = sql.raw('"universes"."id"');

const counted = {
  favouriteCount: sql<number>`(select count(*)::integer from ${favourites} where ${favourites.universeId} = ${id})`,
  commentCount: sql<number>`(
    select count(*)::integer from ${comments} where ${comments.universeId} = ${id} and ${comments.deletedAt} is null
  )`,
  ratingCount: sql<number>`(select count(*)::integer from ${reviews} where ${reviews.universeId} = ${id})`,
  ratingSum: sql<number>`(select coalesce(sum(${reviews.stars}), 0)::integer from ${reviews} where ${reviews.universeId} = ${id})`,
};

/** Returns universes whose stored counts differ from their rows; a concurrent change can cause that, too. */
export async function selectMiscounted(db: Database, limit: number): Promise<string[]> {
  const { favouriteCount, commentCount, ratingCount, ratingSum } = universes;
  const rows = await db
    .select({ id: universes.id })
    .from(universes)
    .where(
      sql`(${favouriteCount}, ${commentCount}, ${ratingCount}, ${ratingSum}) is distinct from
        (${counted.favouriteCount}, ${counted.commentCount}, ${counted.ratingCount}, ${counted.ratingSum})`,
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Returns the stored and the actual counts of a universe. The caller has locked the universe. */
export async function selectCounts(tx: Database, id: string): Promise<{ kept: UniverseRow; found: Counts } | null> {
  const [row] = await tx
    .select({ kept: getTableColumns(universes), found: counted })
    .from(universes)
    .where(eq(universes.id, id));
  return row ?? null;
}

export async function writeCounts(tx: Database, id: string, counts: Counts & Pick<UniverseRow, 'popularity'>): Promise<void> {
  await tx.update(universes).set(counts).where(eq(universes.id, id));
}

/** Returns the times at which a universe was made a favourite. */
export async function selectFavouriteMoments(tx: Database, universeId: string): Promise<Date[]> {
  const rows = await tx.select({ at: favourites.createdAt }).from(favourites).where(eq(favourites.universeId, universeId));
  return rows.map(({ at }) => at);
}
