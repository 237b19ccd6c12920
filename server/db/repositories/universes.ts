import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { moments } from '../history-schema.ts';
import { prepared } from '../prepared.ts';
import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import { universes } from '../schema.ts';
import { collaborators } from '../sharing-schema.ts';
import { type SearchEntry, writeSearchEntries } from './search.ts';

export type UniverseRow = typeof universes.$inferSelect;
export type NewUniverse = typeof universes.$inferInsert;

/** A universe with who has a role of their own in it, by their ids. */
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

/** Opening a template makes a universe; one that nobody has done anything with since is not worth a place in a list. A file's is. */
export const isUsed = or(
  gt(universes.editCount, 0),
  isNotNull(universes.forkedFromId),
  isNull(universes.templateId),
  gt(universes.updatedAt, universes.createdAt),
);

/** All of them, also those that no list shows; oldest first. */
export function selectAllUniversesOf(db: Database, ownerId: string): Promise<UniverseRow[]> {
  return db.select().from(universes).where(eq(universes.ownerId, ownerId)).orderBy(asc(universes.createdAt));
}

const nextRevision = sql`${universes.revision} + 1`;

/** Gives all universes of one user to another. @returns them as they are then. */
export function moveUniverses(db: Database, fromOwnerId: string, toOwnerId: string): Promise<UniverseRow[]> {
  return db.update(universes).set({ ownerId: toOwnerId, revision: nextRevision }).where(eq(universes.ownerId, fromOwnerId)).returning();
}

/** Deletes all universes of a user, with their documents and journals. @returns what they were. */
export function deleteUniversesOf(db: Database, ownerId: string): Promise<UniverseRow[]> {
  return db.delete(universes).where(eq(universes.ownerId, ownerId)).returning();
}

export async function insertUniverse(db: Database, row: NewUniverse): Promise<void> {
  await db.insert(universes).values(row);
  await writeSearchEntries(db, 'universeId', [universeEntry({ description: '', tags: [], ...row })]);
}

/** By what a universe is found. */
export const universeEntry = ({ id, name, description, tags }: Pick<UniverseRow, 'id' | 'name' | 'description' | 'tags'>): SearchEntry => ({
  id,
  texts: [name, description, ...tags],
  tags,
});

export type UniversePatch = Partial<
  Pick<NewUniverse, 'name' | 'description' | 'isPublic' | 'linkRole' | 'tags' | 'locks' | 'spectatorsWrite' | 'ownerId' | 'deletedAt'>
>;

/** @returns whose it is then, or null where there is no such universe, at one of `revisions` where they are given. */
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

/** What somebody has thrown away and can take back; the newest first. */
export function selectBin(db: Database, ownerId: string): Promise<UniverseRow[]> {
  return db
    .select()
    .from(universes)
    .where(and(eq(universes.ownerId, ownerId), isNotNull(universes.deletedAt)))
    .orderBy(desc(universes.deletedAt));
}

/** Deletes what has lain in the bin since before a moment. */
export async function emptyBins(db: Database, before: Date): Promise<void> {
  await db.delete(universes).where(lt(universes.deletedAt, before));
}

const hasHistory = sql<boolean>`exists (select from ${moments} where ${moments.universeId} = ${universes}.id)`;

/**
 * Takes the universe for whoever calls: nobody with an older epoch can write to its journal from here on.
 * @returns the epoch, and whether the history of the universe has begun.
 */
export async function raiseEpoch(db: Database, id: string): Promise<{ epoch: number; hasHistory: boolean } | null> {
  const [row] = await db
    .update(universes)
    .set({ epoch: sql`${universes.epoch} + 1` })
    .where(eq(universes.id, id))
    .returning({ epoch: universes.epoch, hasHistory });
  return row ?? null;
}

/** Moves the checkpoint forward. @returns false where the epoch is no longer the caller's. */
export async function moveCheckpoint(db: Database, id: string, epoch: number, sequence: number): Promise<boolean> {
  const rows = await db
    .update(universes)
    .set({ checkpointSequence: sequence })
    .where(and(eq(universes.id, id), eq(universes.epoch, epoch)))
    .returning({ id: universes.id });
  return rows.length === 1;
}
