import type { Router } from 'express';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorize, authorizeRemoval, mayDo, roleOf } from '../../auth/policy.ts';
import type { FavouriteService } from '../../services/feedback/favourite-service.ts';
import type { ListService } from '../../services/lists/list-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';
import { summaryOf } from './summaries.ts';

interface ListServices {
  universes: UniverseService;
  favourites: FavouriteService;
  lists: ListService;
}

/** Adds the routes for lists of universes and favourites. */
export function addListRoutes(router: Router, identity: Identity, { universes, favourites, lists }: ListServices): void {
  addOpenRoute(router, 'listUniverses', async ({ user, query }) => {
    const page = await lists.page(user?.id, query);
    return { universes: page.universes.map((described) => summaryOf(described, user?.id)), next: page.next };
  });

  addRoute(router, identity, 'addFavourite', async ({ user, params }) => {
    authorize(user.id, await universes.get(params.id!), 'universe.read');
    return favourites.add(user.id, params.id!);
  });

  addRoute(router, identity, 'removeFavourite', async ({ user, params }) => {
    const universe = await universes.get(params.id!);
    authorizeRemoval(user.id, universe, await favourites.isOne(user.id, universe.id), 'universe.read');
    const state = await favourites.remove(user.id, universe.id);
    // The count of a universe that the caller may not see stays hidden.
    return mayDo(roleOf(user.id, universe), 'universe.read') ? state : { ...state, favouriteCount: 0 };
  });
}
