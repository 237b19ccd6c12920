import type { FavouriteState } from '../../../shared/api/contract/contract.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  deleteFavourite,
  insertFavourite,
  moveFavourites,
  selectFavouriteIds,
  selectFavouritesOf,
  writeStanding,
} from '../../db/repositories/favourites.ts';
import { lockUniverse } from '../../db/repositories/universe-locks.ts';
import { holdUser } from '../../db/repositories/users.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { withFavourite, withoutFavourite } from '../lists/popularity.ts';

export type FavouriteService = ReturnType<typeof createFavouriteService>;

/** What people want to find again. Who may see a universe is not decided here. */
export function createFavouriteService(db: Database, notifications: NotificationService) {
  /** Person before universe, as everywhere that both are kept: no two transactions wait for each other. */
  const change = (userId: string, universeId: string, wanted: boolean) =>
    db.transaction(async (tx) => {
      if (!(await holdUser(tx, userId))) throw refuse('no-user');
      const universe = await lockUniverse(tx, universeId);
      if (!universe || (universe.deletedAt !== null && wanted)) throw refuse('no-universe');
      const since = await (wanted ? insertFavourite : deleteFavourite)(tx, userId, universeId);
      if (since === null) return { universe, isNew: false, state: { isFavourite: wanted, favouriteCount: universe.favouriteCount } };
      const standing = (wanted ? withFavourite : withoutFavourite)(universe, since);
      await writeStanding(tx, universeId, standing);
      return { universe, isNew: true, state: { isFavourite: wanted, favouriteCount: standing.favouriteCount } };
    });

  return {
    /** Both may be done again, and change nothing then. @throws AppError `not-found` */
    async add(userId: string, universeId: string): Promise<FavouriteState> {
      const { universe, isNew, state } = await change(userId, universeId, true);
      if (isNew) await notifications.favoured(universe, userId);
      return state;
    },

    remove: async (userId: string, universeId: string): Promise<FavouriteState> => (await change(userId, universeId, false)).state,

    isOne: async (userId: string, universeId: string): Promise<boolean> =>
      (await selectFavouriteIds(db, userId, [universeId])).has(universeId),

    /** All of somebody's, also those that they may not see at present; oldest first. */
    allOf: (userId: string) => selectFavouritesOf(db, userId),
  };
}

/** Takes away what somebody has among their favourites, or of it what another has as well. The universes around them have to be kept. */
export async function dropFavourites(tx: Database, userId: string, alsoOf?: string): Promise<void> {
  const rows = await selectFavouritesOf(tx, userId);
  const ids = rows.map(({ universeId }) => universeId);
  const dropped = alsoOf === undefined ? new Set(ids) : await selectFavouriteIds(tx, alsoOf, ids);
  for (const id of dropped) {
    const universe = await lockUniverse(tx, id);
    const since = await deleteFavourite(tx, userId, id);
    if (universe && since) await writeStanding(tx, id, withoutFavourite(universe, since));
  }
}

/** Gives a guest's favourites to an account; what both have counts once. The universes around the guest have to be kept. */
export async function mergeFavourites(tx: Database, guestId: string, accountId: string): Promise<void> {
  await dropFavourites(tx, guestId, accountId);
  await moveFavourites(tx, guestId, accountId);
}
