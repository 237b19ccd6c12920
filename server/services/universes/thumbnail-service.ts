import { createHash } from 'node:crypto';
import { thumbnailVersionLetters } from '../../../shared/api/universes/thumbnail.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { selectThumbnail, selectThumbnailVersions, type ThumbnailRow, upsertThumbnail } from '../../db/repositories/thumbnails.ts';
import { lockUniverse } from '../../db/repositories/universe-locks.ts';

export type ThumbnailService = ReturnType<typeof createThumbnailService>;

/** Pictures of universes, as their editors saw them. Who may see or give one is not decided here. */
export function createThumbnailService(db: Database) {
  return {
    /** @throws AppError `not-found` where none was made yet. */
    async get(universeId: string): Promise<ThumbnailRow> {
      const row = await selectThumbnail(db, universeId);
      if (!row) throw refuse('no-thumbnail');
      return row;
    },

    /** The version of the picture of a universe, or null where none was made yet. */
    versionOf: async (universeId: string): Promise<string | null> =>
      (await selectThumbnailVersions(db, [universeId])).get(universeId) ?? null,

    /** Keeps a picture in place of the one before. @returns its version. @throws AppError `not-found` */
    async put(universeId: string, jpeg: Uint8Array): Promise<string> {
      const version = createHash('sha256').update(jpeg).digest('base64url').slice(0, thumbnailVersionLetters);
      await db.transaction(async (tx) => {
        if (!(await lockUniverse(tx, universeId))) throw refuse('no-universe');
        await upsertThumbnail(tx, { universeId, jpeg, version });
      });
      return version;
    },
  };
}
