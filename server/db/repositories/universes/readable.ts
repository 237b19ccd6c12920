import { and, eq, inArray, isNull, or, type Placeholder, type SQL } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { universes } from '../../schema.ts';
import { collaborators } from '../../schema/sharing-schema.ts';

/** An id, or the placeholder of a prepared statement. */
export type UserId = string | Placeholder;

/** The condition for universes in which the user is a collaborator. */
export const isSharedWith = (db: Database, userId: UserId): SQL =>
  inArray(universes.id, db.select({ id: collaborators.universeId }).from(collaborators).where(eq(collaborators.userId, userId)));

/** The condition for universes that the user may read, equal to the policy. */
export const isReadableBy = (db: Database, userId: UserId): SQL | undefined =>
  and(isNull(universes.deletedAt), or(eq(universes.isPublic, true), eq(universes.ownerId, userId), isSharedWith(db, userId)));

/** Returns those of these universes that the user may read. */
export async function selectReadableIds(db: Database, userId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: universes.id })
    .from(universes)
    .where(and(inArray(universes.id, [...ids]), isReadableBy(db, userId)));
  return new Set(rows.map(({ id }) => id));
}
