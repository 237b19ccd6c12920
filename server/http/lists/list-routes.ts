import { hash } from 'node:crypto';
import type { Router } from 'express';
import { routes } from '../../../shared/api/contract/contract.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorize, authorizeRemoval, mayDo, roleOf } from '../../auth/policy.ts';
import { type Cache, listsSubject } from '../../ops/cache/cache.ts';
import type { FavouriteService } from '../../services/feedback/favourite-service.ts';
import { type ListService, openToStrangers } from '../../services/lists/list-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';
import { isFromStranger } from '../requests/stranger.ts';
import { summaryOf } from './summaries.ts';

/** Lists change all the time: a stranger may see one as it was a moment ago. */
const keptSeconds = 10;

interface ListServices {
  universes: UniverseService;
  favourites: FavouriteService;
  lists: ListService;
  cache: Cache;
}

/** Adds the routes for lists of universes and favourites. */
export function addListRoutes(router: Router, identity: Identity, { universes, favourites, lists, cache }: ListServices): void {
  addOpenRoute(router, 'listUniverses', async ({ user, query, request }) => {
    const make = async () => {
      const page = await lists.page(user?.id, query);
      return { universes: page.universes.map((described) => summaryOf(described, user?.id)), next: page.next };
    };
    if (!isFromStranger(request) || !openToStrangers.includes(query.list)) return make();
    const key = hash('sha256', JSON.stringify(query), 'base64url');
    return cache.keep({ subject: listsSubject, key, seconds: keptSeconds, schema: routes.listUniverses.response }, make);
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
