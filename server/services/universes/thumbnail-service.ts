import { createHash } from 'node:crypto';
import { thumbnailVersionLetters } from '../../../shared/api/universes/thumbnail.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  selectThumbnail,
  selectThumbnailVersions,
  type ThumbnailRow,
  upsertThumbnail,
} from '../../db/repositories/universes/thumbnails.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';

export type ThumbnailService = ReturnType<typeof createThumbnailService>;

/** Thumbnails of universes, captured by their editors. Callers check the rights. */
export function createThumbnailService(db: Database, reads = db) {
  return {
    /** @throws AppError `not-found` if there is none yet. */
    async get(universeId: string): Promise<ThumbnailRow> {
      const row = await selectThumbnail(db, universeId);
      if (!row) throw refuse('no-thumbnail');
      return row;
    },

    /** Returns the version of the thumbnail of a universe, perhaps of a moment ago, or null if there is none yet. */
    versionOf: async (universeId: string): Promise<string | null> =>
      (await selectThumbnailVersions(reads, [universeId])).get(universeId) ?? null,

    /** Stores a thumbnail and replaces an earlier one. @returns its version. @throws AppError `not-found` */
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
