import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { thumbnails } from '../../schema/thumbnail-schema.ts';

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

/** Returns the versions of the thumbnails of these universes, by id. */
export async function selectThumbnailVersions(db: Database, universeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await versions(db).execute({ ids: [...universeIds] });
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Writes the thumbnail of a universe and replaces an earlier one. */
export async function upsertThumbnail(db: Database, row: Pick<ThumbnailRow, 'universeId' | 'jpeg' | 'version'>): Promise<void> {
  const { jpeg, version } = row;
  await db
    .insert(thumbnails)
    .values(row)
    .onConflictDoUpdate({ target: thumbnails.universeId, set: { jpeg, version, createdAt: new Date() } });
}

/** Copies the thumbnail of a universe, if there is one, to another that has none. */
export async function copyThumbnail(db: Database, fromId: string, toId: string): Promise<void> {
  const original = await selectThumbnail(db, fromId);
  if (original) await upsertThumbnail(db, { ...original, universeId: toId });
}
