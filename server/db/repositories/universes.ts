import { and, desc, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { universes } from '../schema.ts';

export type UniverseRow = typeof universes.$inferSelect;
export type NewUniverse = typeof universes.$inferInsert;

export async function selectUniverse(db: Database, id: string): Promise<UniverseRow | null> {
  const [row] = await db.select().from(universes).where(eq(universes.id, id));
  return row ?? null;
}

/** Opening a template makes a universe; one that nobody has done anything with since is not worth a place in a list. */
const isTouched = or(gt(universes.editCount, 0), isNotNull(universes.forkedFromId), gt(universes.updatedAt, universes.createdAt));

export function selectUniversesOf(db: Database, ownerId: string, limit: number): Promise<UniverseRow[]> {
  return db
    .select()
    .from(universes)
    .where(and(eq(universes.ownerId, ownerId), isTouched))
    .orderBy(desc(universes.updatedAt))
    .limit(limit);
}

export function selectPublicUniverses(db: Database, limit: number): Promise<UniverseRow[]> {
  return db
    .select()
    .from(universes)
    .where(and(eq(universes.isPublic, true), isTouched))
    .orderBy(desc(universes.updatedAt))
    .limit(limit);
}

export async function insertUniverse(db: Database, row: NewUniverse): Promise<void> {
  await db.insert(universes).values(row);
}

export async function updateUniverseRow(
  db: Database,
  id: string,
  patch: Partial<Pick<NewUniverse, 'name' | 'description' | 'isPublic' | 'linkRole'>>,
): Promise<UniverseRow | null> {
  const [row] = await db
    .update(universes)
    .set({ ...patch, updatedAt: new Date() })
    .where(eq(universes.id, id))
    .returning();
  return row ?? null;
}

/** Takes the universe for whoever calls: nobody with an older epoch can write to its journal from here on. */
export async function raiseEpoch(db: Database, id: string): Promise<UniverseRow | null> {
  const [row] = await db
    .update(universes)
    .set({ epoch: sql`${universes.epoch} + 1` })
    .where(eq(universes.id, id))
    .returning();
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
