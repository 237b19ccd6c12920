import type { Router } from 'express';
import { thumbnailPath } from '../../../shared/api/universes/thumbnail-path.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { mayDo, roleOf } from '../../auth/policy.ts';
import type { Cache } from '../../ops/cache/cache.ts';
import type { ThumbnailService } from '../../services/universes/thumbnail-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import { allowedIn } from '../requests/allowed.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';

/** A version never changes, so browsers may store it for ever. Shared caches revalidate soon, since a universe may become private. */
const forEver = 'max-age=31536000, immutable';
const forStrangers = `public, s-maxage=60, ${forEver}`;
/** The answer may carry the user's cookie, which no shared cache may store. */
const forSomebody = `private, ${forEver}`;

/** Adds the routes for thumbnails: readable by all who may see the universe, set by its editors. */
export function addThumbnailRoutes(
  router: Router,
  identity: Identity,
  { universes, universeThumbnails, cache }: { universes: UniverseService; universeThumbnails: ThumbnailService; cache: Cache },
): void {
  const allowed = allowedIn(universes);

  addOpenRoute(router, 'getThumbnail', async ({ user, params, query, response, tag }) => {
    const { universe } = await allowed(user, params.id, 'universe.read');
    const { jpeg, version } = await universeThumbnails.get(universe.id);
    const isForEverybody = mayDo(roleOf(null, universe), 'universe.read');
    response.set({
      'Cache-Control': cacheControl(isForEverybody, query.v === version, user),
      // Other sites show it beside a link to the universe.
      ...(isForEverybody ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}),
    });
    tag('content');
    return jpeg;
  });

  addRoute(router, identity, 'putThumbnail', async ({ user, params, body }) => {
    const { universe } = await allowed(user, params.id, 'thumbnail.change');
    const version = await universeThumbnails.put(universe.id, body);
    cache.drop(universe.id);
    return { thumbnail: thumbnailPath(universe.id, version) };
  });
}

function cacheControl(isForEverybody: boolean, isThisVersion: boolean, user: User | null): string {
  if (!isForEverybody || !isThisVersion) return 'private, no-cache';
  return user === null ? forStrangers : forSomebody;
}
