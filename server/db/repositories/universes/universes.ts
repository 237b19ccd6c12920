import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import type { SharedRole } from '../../../../shared/api/universes/universe.ts';
import { universes } from '../../schema.ts';
import { collaborators } from '../../schema/sharing-schema.ts';
import { type SearchEntry, writeSearchEntries } from '../lists/search.ts';

export type UniverseRow = typeof universes.$inferSelect;
export type NewUniverse = typeof universes.$inferInsert;

/** A universe with its collaborators' roles, by user id. */
export type SharedUniverse = UniverseRow & { collaborators: Readonly<Record<string, SharedRole>> };

const rolesByUser = sql<Record<string, SharedRole>>`(
  select coalesce(json_object_agg(${collaborators.userId}, ${collaborators.role}), '{}'::json)
  from ${collaborators} where ${collaborators.universeId} = ${universes.id}
)`;

const one = prepared((db) =>
  db
    .select({ ...getTableColumns(universes), collaborators: rolesByUser })
    .from(universes)
    .where(eq(universes.id, sql.placeholder('id')))
    .prepare('universe'),
);

export async function selectUniverse(db: Database, id: string): Promise<SharedUniverse | null> {
  const [row] = await one(db).execute({ id });
  return row ?? null;
}

/** The condition for lists: a universe that was made by opening a template and not changed since is left out. One from a file is listed. */
export const isUsed = or(
  gt(universes.editCount, 0),
  isNotNull(universes.forkedFromId),
  isNull(universes.templateId),
  gt(universes.updatedAt, universes.createdAt),
);

/** Returns all of them, including those that no list shows, oldest first. */
export function selectAllUniversesOf(db: Database, ownerId: string): Promise<UniverseRow[]> {
  return db.select().from(universes).where(eq(universes.ownerId, ownerId)).orderBy(asc(universes.createdAt));
}

const nextRevision = sql`${universes.revision} + 1`;

/** Moves all universes of a user to another user. @returns them after the change. */
export function moveUniverses(db: Database, fromOwnerId: string, toOwnerId: string): Promise<UniverseRow[]> {
  return db.update(universes).set({ ownerId: toOwnerId, revision: nextRevision }).where(eq(universes.ownerId, fromOwnerId)).returning();
}

/** Deletes all universes of a user, with their documents and journals. @returns the deleted rows. */
export function deleteUniversesOf(db: Database, ownerId: string): Promise<UniverseRow[]> {
  return db.delete(universes).where(eq(universes.ownerId, ownerId)).returning();
}

export async function insertUniverse(db: Database, row: NewUniverse): Promise<void> {
  await db.insert(universes).values(row);
  await writeSearchEntries(db, 'universeId', [universeEntry({ description: '', tags: [], ...row })]);
}

/** Returns the search entry of a universe. */
export const universeEntry = ({ id, name, description, tags }: Pick<UniverseRow, 'id' | 'name' | 'description' | 'tags'>): SearchEntry => ({
  id,
  texts: [name, description, ...tags],
  tags,
});

export type UniversePatch = Partial<
  Pick<NewUniverse, 'name' | 'description' | 'isPublic' | 'linkRole' | 'tags' | 'locks' | 'spectatorsWrite' | 'ownerId' | 'deletedAt'>
>;

/** @returns the owner after the change, or null if there is no such universe with one of `revisions`, if they are given. */
export async function updateUniverseRow(
  db: Database,
  id: string,
  patch: UniversePatch,
  revisions?: readonly number[],
): Promise<string | null> {
  const isMeant = revisions && inArray(universes.revision, [...revisions]);
  const rows = await db
    .update(universes)
    .set({ ...patch, revision: nextRevision, updatedAt: new Date() })
    .where(and(eq(universes.id, id), isMeant))
    .returning();
  const [row] = rows;
  if (!row) return null;
  const isFoundOtherwise = patch.name !== undefined || patch.description !== undefined || patch.tags !== undefined;
  if (isFoundOtherwise) await writeSearchEntries(db, 'universeId', [universeEntry(row)]);
  return row.ownerId;
}

/** Returns the trash of a user, latest deletion first. */
export function selectTrash(db: Database, ownerId: string): Promise<UniverseRow[]> {
  return db
    .select()
    .from(universes)
    .where(and(eq(universes.ownerId, ownerId), isNotNull(universes.deletedAt)))
    .orderBy(desc(universes.deletedAt));
}

/** Deletes universes that have been in the trash since before a given time. */
export async function emptyTrash(db: Database, before: Date): Promise<void> {
  await db.delete(universes).where(lt(universes.deletedAt, before));
}

const moved = prepared((db) =>
  db
    .update(universes)
    .set({ checkpointSequence: sql`${sql.placeholder('sequence')}` })
    .where(and(eq(universes.id, sql.placeholder('id')), eq(universes.epoch, sql.placeholder('epoch'))))
    .returning({ id: universes.id })
    .prepare('move-checkpoint'),
);

/** Moves the checkpoint forward. @returns false if the epoch is no longer the caller's. */
export async function moveCheckpoint(db: Database, id: string, epoch: number, sequence: number): Promise<boolean> {
  const rows = await moved(db).execute({ id, epoch, sequence });
  return rows.length === 1;
}
