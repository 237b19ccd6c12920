import type { Router } from 'express';
import type { TrashedUniverse } from '../../../shared/api/contract/contract.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorize, authorizeAccount } from '../../auth/policy.ts';
import type { TrashService } from '../../services/universes/trash-service.ts';
import type { DepartureService } from '../../services/accounts/departure-service.ts';
import type { ListService } from '../../services/lists/list-service.ts';
import type { UniverseRow, UniverseService } from '../../services/universes/universe-service.ts';
import { wantedRevisions } from '../requests/entity-tags.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';
import { summaryOf } from '../lists/summaries.ts';

/** Adds the routes for deleting universes, restoring them, and the trash. */
export function addTrashRoutes(
  router: Router,
  identity: Identity,
  {
    universes,
    lists,
    bin,
    departures,
  }: { universes: UniverseService; lists: ListService; bin: TrashService; departures: DepartureService },
): void {
  addRoute(router, identity, 'deleteUniverse', async ({ user, params, request }) => {
    const universe = await universes.get(params.id!);
    authorize(user.id, universe, 'universe.delete');
    return binnedOf(await bin.throwAway(universe, wantedRevisions(request)));
  });

  addRoute(router, identity, 'restoreUniverse', async ({ user, params }) => {
    const universe = await universes.get(params.id!);
    authorize(user.id, universe, 'universe.restore');
    return summaryOf(await lists.describe(await bin.takeBack(universe), user.id), user.id);
  });

  addOpenRoute(router, 'listTrash', async ({ user }) => {
    authorizeAccount(user, 'account.bin');
    const copyable = await departures.copyableBy(user!.id);
    return {
      universes: (await bin.of(user!.id)).map(binnedOf),
      copyable: copyable.map(({ universe, owner }) => ({ ...binnedOf(universe), owner })),
    };
  });

  const binnedOf = ({ id, name, deletedAt }: UniverseRow): TrashedUniverse => ({
    id,
    name,
    deletedAt: deletedAt!.toISOString(),
    heldUntil: bin.heldUntil(deletedAt!).toISOString(),
  });
}
