import type { Router } from 'express';
import type { Version } from '../../../shared/api/universes/history-schemas.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import type { HistoryService } from '../../services/documents/history-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import { allowedIn } from '../requests/allowed.ts';
import { addRoute } from '../requests/route.ts';

/** Adds the routes for the history and the named versions of a universe. */
export function addHistoryRoutes(
  router: Router,
  identity: Identity,
  { universes, history }: { universes: UniverseService; history: HistoryService },
): void {
  const allowed = allowedIn(universes);

  const versionsOf = async (universeId: string): Promise<{ versions: Version[] }> => ({
    versions: (await history.versions(universeId)).map(({ createdAt, ...version }) => ({ ...version, at: createdAt.toISOString() })),
  });

  addRoute(router, identity, 'listHistory', async ({ user, params, query }) => {
    const { universe } = await allowed(user, params.id, 'history.read');
    const { stretches, next } = await history.page(universe.id, query);
    return {
      moments: stretches.map(({ sequence, edits, at, author, changes }) => ({ sequence, edits, at: at.toISOString(), author, changes })),
      next,
    };
  });

  addRoute(router, identity, 'listVersions', async ({ user, params }) =>
    versionsOf((await allowed(user, params.id, 'history.read')).universe.id),
  );

  addRoute(router, identity, 'restoreHistoryEntry', async ({ user, params }) => {
    const { universe, locks } = await allowed(user, params.id, 'history.change');
    return { edits: await history.restore(universe.id, user.id, Number(params.sequence), locks) };
  });

  addRoute(router, identity, 'nameVersion', async ({ user, params, body }) => {
    const { universe } = await allowed(user, params.id, 'history.change');
    await history.name(universe.id, Number(params.sequence), body.name, user.id);
    return versionsOf(universe.id);
  });

  addRoute(router, identity, 'unnameVersion', async ({ user, params }) => {
    const { universe } = await allowed(user, params.id, 'history.change');
    await history.unname(universe.id, Number(params.sequence));
    return versionsOf(universe.id);
  });
}
