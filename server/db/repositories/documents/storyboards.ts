import { and, asc, count, desc, eq, lte, sql } from 'drizzle-orm';
import type { StoryboardContent } from '../../../../shared/universe/index.ts';
import type { Database } from '../../database.ts';
import { universes, users } from '../../schema.ts';
import { storyboards, storyboardVersions } from '../../schema/storyboard-schema.ts';
import { publicColumns, type PublicUser } from '../accounts/users.ts';

/** A stored storyboard with the content of its newest version. */
export interface StoryboardRow {
  id: string;
  universeId: string;
  version: number;
  updatedAt: Date;
  content: StoryboardContent;
}

export interface VersionRow {
  version: number;
  createdAt: Date;
  content: StoryboardContent;
  author: PublicUser | null;
}

const content = {
  title: storyboardVersions.title,
  duration: storyboardVersions.duration,
  loop: storyboardVersions.loop,
  points: storyboardVersions.points,
};

const newest = and(eq(storyboardVersions.storyboardId, storyboards.id), eq(storyboardVersions.version, storyboards.version));

const kept = (db: Database) =>
  db
    .select({
      id: storyboards.id,
      universeId: storyboards.universeId,
      version: storyboards.version,
      updatedAt: storyboardVersions.createdAt,
      content,
    })
    .from(storyboards)
    .innerJoin(storyboardVersions, newest);

/** Returns the storyboards of a universe, in the order of their creation. */
export function selectStoryboards(db: Database, universeId: string): Promise<StoryboardRow[]> {
  return kept(db).where(eq(storyboards.universeId, universeId)).orderBy(asc(storyboards.createdAt), asc(storyboards.id));
}

/** Returns the storyboards of all universes of a user. */
export function selectStoryboardsOf(db: Database, ownerId: string): Promise<StoryboardRow[]> {
  return kept(db)
    .innerJoin(universes, eq(universes.id, storyboards.universeId))
    .where(eq(universes.ownerId, ownerId))
    .orderBy(asc(storyboards.createdAt), asc(storyboards.id));
}

export async function selectStoryboard(db: Database, universeId: string, id: string): Promise<StoryboardRow | null> {
  const [row] = await kept(db).where(and(eq(storyboards.universeId, universeId), eq(storyboards.id, id)));
  return row ?? null;
}

/** Returns the versions, newest first. */
export function selectVersions(db: Database, storyboardId: string): Promise<VersionRow[]> {
  return db
    .select({
      version: storyboardVersions.version,
      createdAt: storyboardVersions.createdAt,
      content,
      author: publicColumns,
    })
    .from(storyboardVersions)
    .leftJoin(users, eq(users.id, storyboardVersions.authorId))
    .where(eq(storyboardVersions.storyboardId, storyboardId))
    .orderBy(desc(storyboardVersions.version));
}

export async function countStoryboards(db: Database, universeId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(storyboards).where(eq(storyboards.universeId, universeId));
  return row!.count;
}

/** To be called in a transaction that holds the lock of the universe. */
export async function insertStoryboard(
  db: Database,
  id: string,
  universeId: string,
  authorId: string,
  says: StoryboardContent,
): Promise<void> {
  await db.insert(storyboards).values({ id, universeId });
  await db.insert(storyboardVersions).values({ storyboardId: id, version: 1, authorId, ...says });
}

/**
 * Writes a newer version than `basedOn`, and deletes those older than the newest `most`. To be called in a transaction.
 * @returns false, with nothing written, if `basedOn` is no longer the newest.
 */
export async function insertVersion(
  db: Database,
  storyboardId: string,
  basedOn: number,
  authorId: string,
  says: StoryboardContent,
  most: number,
): Promise<boolean> {
  const raised = await db
    .update(storyboards)
    .set({ version: sql`${storyboards.version} + 1` })
    .where(and(eq(storyboards.id, storyboardId), eq(storyboards.version, basedOn)))
    .returning({ version: storyboards.version });
  if (raised.length === 0) return false;
  const { version } = raised[0]!;
  await db.insert(storyboardVersions).values({ storyboardId, version, authorId, ...says });
  await db
    .delete(storyboardVersions)
    .where(and(eq(storyboardVersions.storyboardId, storyboardId), lte(storyboardVersions.version, version - most)));
  return true;
}

/** @returns false if the universe has no such storyboard. */
export async function deleteStoryboard(db: Database, universeId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(storyboards)
    .where(and(eq(storyboards.universeId, universeId), eq(storyboards.id, id)))
    .returning({ id: storyboards.id });
  return rows.length === 1;
}

/** Moves the storyboard versions of a user to another user. */
export async function moveStoryboardVersions(db: Database, fromUserId: string, toUserId: string): Promise<void> {
  await db.update(storyboardVersions).set({ authorId: toUserId }).where(eq(storyboardVersions.authorId, fromUserId));
}
