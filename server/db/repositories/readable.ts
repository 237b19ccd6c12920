import { and, eq, inArray, isNull, or, type Placeholder, type SQL } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { universes } from '../schema.ts';
import { collaborators } from '../sharing-schema.ts';

/** An id, or the place where a prepared statement gets it. */
export type UserId = string | Placeholder;

/** Which universes somebody has a role of their own in. */
export const isSharedWith = (db: Database, userId: UserId): SQL =>
  inArray(universes.id, db.select({ id: collaborators.universeId }).from(collaborators).where(eq(collaborators.userId, userId)));

/** Which universes somebody may read, as the policy says of each. */
export const isReadableBy = (db: Database, userId: UserId): SQL | undefined =>
  and(isNull(universes.deletedAt), or(eq(universes.isPublic, true), eq(universes.ownerId, userId), isSharedWith(db, userId)));

/** Which of these universes somebody may read. */
export async function selectReadableIds(db: Database, userId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: universes.id })
    .from(universes)
    .where(and(inArray(universes.id, [...ids]), isReadableBy(db, userId)));
  return new Set(rows.map(({ id }) => id));
}
