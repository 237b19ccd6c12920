import type { ListQuery } from '../../../shared/api/universes/list-schemas.ts';
import type { UniverseList } from '../../../shared/api/universes/lists.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { selectFavouriteIds } from '../../db/repositories/feedback/favourites.ts';
import { selectList } from '../../db/repositories/lists/lists.ts';
import { selectThumbnailVersions } from '../../db/repositories/universes/thumbnails.ts';
import { type PublicUser, selectUsersById } from '../../db/repositories/accounts/users.ts';
import { selectReadableIds } from '../../db/repositories/universes/readable.ts';
import { stillVisible } from '../reads/still-visible.ts';
import { pageOf, readCursor } from './list-cursor.ts';
import type { UniverseRow } from '../universes/universe-service.ts';

/** A universe with its owner, and whether it is a favourite of the caller. */
export interface DescribedUniverse {
  universe: UniverseRow;
  owner: PublicUser;
  isFavourite: boolean;
  /** The version of the thumbnail, or null if there is none yet. */
  thumbnail: string | null;
}

export type ListService = ReturnType<typeof createListService>;

/** Lists that are available without a user, with the same content for all. */
export const openToStrangers: readonly UniverseList[] = ['recent', 'popular'];

/** Lists of universes, with owner, favourite and thumbnail of each. @param reads for pages, which may be stale */
export function createListService(db: Database, reads = db) {
  const describe = async (found: readonly UniverseRow[], userId: string | undefined, from = db): Promise<DescribedUniverse[]> => {
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const owners = new Map(
      (await selectUsersById(from, [...new Set(found.map(({ ownerId }) => ownerId))])).map((owner) => [owner.id, owner]),
    );
    const favourites = userId === undefined ? new Set() : await selectFavouriteIds(from, userId, ids);
    const thumbnails = await selectThumbnailVersions(from, ids);
    // Omits universes whose owner was deleted after the list was read.
    return found.flatMap((universe) => {
      const owner = owners.get(universe.ownerId);
      return owner ? [{ universe, owner, isFavourite: favourites.has(universe.id), thumbnail: thumbnails.get(universe.id) ?? null }] : [];
    });
  };

  return {
    /**
     * Returns a page of a list as the user may see it; `next` is the cursor of the next page.
     * @throws AppError `invalid-input` if the cursor does not belong to this list.
     */
    async page(userId: string | undefined, query: ListQuery): Promise<{ universes: DescribedUniverse[]; next: string | null }> {
      const { list, q = '', tag = [], cursor, limit, owner: ownerId, key, tempoMin, tempoMax } = query;
      const after = cursor === undefined ? undefined : readCursor(list, cursor);
      if (userId === undefined && !openToStrangers.includes(list)) return { universes: [], next: null };
      const wish = { list, userId: userId ?? '', text: q, tags: tag, ownerId, key, tempoMin, tempoMax, after };
      const rows = await selectList(reads, { ...wish, limit: limit + 1 });
      const { shown, next } = pageOf(list, rows, limit, ({ universe }) => universe.id);
      const found = shown.map(({ universe }) => universe);
      const visible = await stillVisible({ db, reads }, found, userId, selectReadableIds);
      return { universes: await describe(visible, userId, reads), next };
    },

    describeAll: (found: readonly UniverseRow[], userId: string | undefined) => describe(found, userId),

    /** @throws AppError `not-found` if it was deleted with its owner meanwhile. */
    async describe(universe: UniverseRow, userId: string | undefined): Promise<DescribedUniverse> {
      const [described] = await describe([universe], userId);
      if (!described) throw refuse('no-universe');
      return described;
    },
  };
}
