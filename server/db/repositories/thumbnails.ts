import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import { thumbnails } from '../thumbnail-schema.ts';

export type ThumbnailRow = typeof thumbnails.$inferSelect;

export async function selectThumbnail(db: Database, universeId: string): Promise<ThumbnailRow | null> {
  const [row] = await db.select().from(thumbnails).where(eq(thumbnails.universeId, universeId));
  return row ?? null;
}

const versions = prepared((db) =>
  db
    .select({ id: thumbnails.universeId, version: thumbnails.version })
    .from(thumbnails)
    .where(sql`${thumbnails.universeId} = any(${sql.placeholder('ids')}::varchar[])`)
    .prepare('thumbnail_versions'),
);

/** Versions of the pictures that these universes have, by their ids. */
export async function selectThumbnailVersions(db: Database, universeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await versions(db).execute({ ids: [...universeIds] });
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Writes the picture of a universe over the one that it had. */
export async function upsertThumbnail(db: Database, row: Pick<ThumbnailRow, 'universeId' | 'jpeg' | 'version'>): Promise<void> {
  const { jpeg, version } = row;
  await db
    .insert(thumbnails)
    .values(row)
    .onConflictDoUpdate({ target: thumbnails.universeId, set: { jpeg, version, createdAt: new Date() } });
}

/** Gives a universe that has no picture the one that another has, if it has one. */
export async function copyThumbnail(db: Database, fromId: string, toId: string): Promise<void> {
  const original = await selectThumbnail(db, fromId);
  if (original) await upsertThumbnail(db, { ...original, universeId: toId });
}
