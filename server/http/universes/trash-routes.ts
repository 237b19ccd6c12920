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
    trash,
    departures,
  }: { universes: UniverseService; lists: ListService; trash: TrashService; departures: DepartureService },
): void {
  addRoute(router, identity, 'deleteUniverse', async ({ user, params, request }) => {
    const universe = await universes.get(params.id!);
    authorize(user.id, universe, 'universe.delete');
    return trashedOf(await trash.throwAway(universe, wantedRevisions(request)));
  });

  addRoute(router, identity, 'restoreUniverse', async ({ user, params }) => {
    const universe = await universes.get(params.id!);
    authorize(user.id, universe, 'universe.restore');
    return summaryOf(await lists.describe(await trash.takeBack(universe), user.id), user.id);
  });

  addOpenRoute(router, 'listTrash', async ({ user }) => {
    authorizeAccount(user, 'account.trash');
    const copyable = await departures.copyableBy(user!.id);
    return {
      universes: (await trash.of(user!.id)).map(trashedOf),
      copyable: copyable.map(({ universe, owner }) => ({ ...trashedOf(universe), owner })),
    };
  });

  const trashedOf = ({ id, name, deletedAt }: UniverseRow): TrashedUniverse => ({
    id,
    name,
    deletedAt: deletedAt!.toISOString(),
    heldUntil: trash.heldUntil(deletedAt!).toISOString(),
  });
}
