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
