import type { Router } from 'express';
import type { StoryboardDetail, StoryboardVersion } from '../../../shared/api/universes/storyboard-schemas.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import type { Action } from '../../auth/policy.ts';
import type { StoryboardRow, StoryboardService, VersionRow } from '../../services/documents/storyboard-service.ts';
import { lockedError } from '../../services/documents/locks.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import { allowedIn } from '../requests/allowed.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';

/** Adds the routes for the stored storyboards of a universe and their versions. */
export function addStoryboardRoutes(
  router: Router,
  identity: Identity,
  { universes, storyboards }: { universes: UniverseService; storyboards: StoryboardService },
): void {
  const find = allowedIn(universes);
  /** Returns the id of the universe of a path if `user` may do the action. */
  const allowed = async (user: User | null, id: string | undefined, action: Action): Promise<string> => {
    const { universe, locks } = await find(user, id, action);
    if (action === 'storyboard.change' && locks.includes('storyboard')) throw lockedError('storyboard', 'id');
    return universe.id;
  };

  addOpenRoute(router, 'listStoryboards', async ({ user, params }) => ({
    storyboards: (await storyboards.listOf(await allowed(user, params.id, 'storyboard.read'))).map(summaryOf),
  }));

  addOpenRoute(router, 'getStoryboard', async ({ user, params }) =>
    storyboardDetailOf(await storyboards.get(await allowed(user, params.id, 'storyboard.read'), params.storyboardId!)),
  );

  addOpenRoute(router, 'listStoryboardVersions', async ({ user, params }) => {
    const universeId = await allowed(user, params.id, 'storyboard.read');
    return { versions: (await storyboards.versionsOf(universeId, params.storyboardId!)).map(versionOf) };
  });

  addRoute(router, identity, 'saveStoryboard', async ({ user, params, body }) =>
    storyboardDetailOf(await storyboards.keep(await allowed(user, params.id, 'storyboard.change'), user.id, body.content)),
  );

  addRoute(router, identity, 'updateStoryboard', async ({ user, params, body }) => {
    const universeId = await allowed(user, params.id, 'storyboard.change');
    return storyboardDetailOf(await storyboards.update(universeId, params.storyboardId!, body.basedOn, user.id, body.content));
  });

  addRoute(router, identity, 'deleteStoryboard', async ({ user, params }) => {
    await storyboards.remove(await allowed(user, params.id, 'storyboard.change'), params.storyboardId!);
    return {};
  });

  addRoute(router, identity, 'duplicateStoryboard', async ({ user, params }) => {
    const universeId = await allowed(user, params.id, 'storyboard.change');
    return storyboardDetailOf(await storyboards.duplicate(universeId, params.storyboardId!, user.id));
  });

  addRoute(router, identity, 'restoreStoryboardVersion', async ({ user, params }) => {
    const universeId = await allowed(user, params.id, 'storyboard.change');
    return storyboardDetailOf(await storyboards.restore(universeId, params.storyboardId!, Number(params.version), user.id));
  });
}

const told = ({ content: { title, duration, points } }: Pick<StoryboardRow, 'content'>) => ({
  title,
  duration,
  pointCount: points.length,
});

function summaryOf(row: StoryboardRow) {
  return { id: row.id, ...told(row), version: row.version, updatedAt: row.updatedAt.toISOString() };
}

export function storyboardDetailOf(row: StoryboardRow): StoryboardDetail {
  return { ...summaryOf(row), content: row.content };
}

function versionOf(row: VersionRow): StoryboardVersion {
  return { version: row.version, ...told(row), createdAt: row.createdAt.toISOString(), author: row.author };
}
