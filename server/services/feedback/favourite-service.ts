import type { FavouriteState } from '../../../shared/api/contract/contract.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  deleteFavourite,
  insertFavourite,
  moveFavourites,
  selectFavouriteIds,
  selectFavouritesOf,
  updateFavouriteCounts,
} from '../../db/repositories/feedback/favourites.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import { holdUser } from '../../db/repositories/accounts/users.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { withFavourite, withoutFavourite } from '../lists/popularity.ts';

export type FavouriteService = ReturnType<typeof createFavouriteService>;

/** Favourites of users. Callers check the right to see a universe. */
export function createFavouriteService(db: Database, notifications: NotificationService) {
  /** Locks the user before the universe, as all code that locks both does: this prevents deadlocks. */
  const change = (userId: string, universeId: string, wanted: boolean) =>
    db.transaction(async (tx) => {
      if (!(await holdUser(tx, userId))) throw refuse('no-user');
      const universe = await lockUniverse(tx, universeId);
      if (!universe || (universe.deletedAt !== null && wanted)) throw refuse('no-universe');
      const since = await (wanted ? insertFavourite : deleteFavourite)(tx, userId, universeId);
      if (since === null) return { universe, isNew: false, state: { isFavourite: wanted, favouriteCount: universe.favouriteCount } };
      const standing = (wanted ? withFavourite : withoutFavourite)(universe, since);
      await updateFavouriteCounts(tx, universeId, standing);
      return { universe, isNew: true, state: { isFavourite: wanted, favouriteCount: standing.favouriteCount } };
    });

  return {
    /** Idempotent, as is `remove`. @throws AppError `not-found` */
    async add(userId: string, universeId: string): Promise<FavouriteState> {
      const { universe, isNew, state } = await change(userId, universeId, true);
      if (isNew) await notifications.favoured(universe, userId);
      return state;
    },

    remove: async (userId: string, universeId: string): Promise<FavouriteState> => (await change(userId, universeId, false)).state,

    isOne: async (userId: string, universeId: string): Promise<boolean> =>
      (await selectFavouriteIds(db, userId, [universeId])).has(universeId),

    /** Returns all favourites of a user, oldest first, including universes that the user may not see at present. */
    allOf: (userId: string) => selectFavouritesOf(db, userId),
  };
}

/** Deletes the favourites of a user, or only those that `alsoOf` has too. The caller has locked the universes around the user. */
export async function dropFavourites(tx: Database, userId: string, alsoOf?: string): Promise<void> {
  const rows = await selectFavouritesOf(tx, userId);
  const ids = rows.map(({ universeId }) => universeId);
  const dropped = alsoOf === undefined ? new Set(ids) : await selectFavouriteIds(tx, alsoOf, ids);
  for (const id of dropped) {
    const universe = await lockUniverse(tx, id);
    const since = await deleteFavourite(tx, userId, id);
    if (universe && since) await updateFavouriteCounts(tx, id, withoutFavourite(universe, since));
  }
}

/** Moves a guest's favourites to an account; a favourite of both counts once. The caller has locked the universes around the guest. */
export async function mergeFavourites(tx: Database, guestId: string, accountId: string): Promise<void> {
  await dropFavourites(tx, guestId, accountId);
  await moveFavourites(tx, guestId, accountId);
}
