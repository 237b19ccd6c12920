import type { Router } from 'express';
import { thumbnailPath } from '../../../shared/api/universes/thumbnail-path.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { mayDo, roleOf } from '../../auth/policy.ts';
import type { ThumbnailService } from '../../services/universes/thumbnail-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import { allowedIn } from '../requests/allowed.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';

/** A version never changes, so browsers may keep it; a cache between asks again soon, since a universe may become private. */
const forEver = 'max-age=31536000, immutable';
const forStrangers = `public, s-maxage=60, ${forEver}`;
/** Their cookie may come along with it, which is for nobody else to keep. */
const forSomebody = `private, ${forEver}`;

/** The pictures of universes: for whoever may see one to look at, for its editors to give. */
export function addThumbnailRoutes(
  router: Router,
  identity: Identity,
  { universes, pictures }: { universes: UniverseService; pictures: ThumbnailService },
): void {
  const allowed = allowedIn(universes);

  addOpenRoute(router, 'getThumbnail', async ({ user, params, query, response, tag }) => {
    const { universe } = await allowed(user, params.id, 'universe.read');
    const { jpeg, version } = await pictures.get(universe.id);
    const isForEverybody = mayDo(roleOf(null, universe), 'universe.read');
    response.set({
      'Cache-Control': cacheControl(isForEverybody, query.v === version, user),
      // Other sites show it beside a link to its universe.
      ...(isForEverybody ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}),
    });
    tag('content');
    return jpeg;
  });

  addRoute(router, identity, 'putThumbnail', async ({ user, params, body }) => {
    const { universe } = await allowed(user, params.id, 'thumbnail.change');
    return { thumbnail: thumbnailPath(universe.id, await pictures.put(universe.id, body)) };
  });
}

function cacheControl(isForEverybody: boolean, isThisVersion: boolean, user: User | null): string {
  if (!isForEverybody || !isThisVersion) return 'private, no-cache';
  return user === null ? forStrangers : forSomebody;
}
