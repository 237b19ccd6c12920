import type { Router } from 'express';
import type { CheckedBody } from '../../../shared/api/contract/contract.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorize, authorizeTemplate } from '../../auth/policy.ts';
import type { HistoryService } from '../../services/documents/history-service.ts';
import type { ListService } from '../../services/lists/list-service.ts';
import type { TemplateService } from '../../services/universes/template-service.ts';
import type { Universe, UniverseService } from '../../services/universes/universe-service.ts';
import { wantedRevisions } from '../requests/entity-tags.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';
import { summaryOf } from '../lists/summaries.ts';
import type { UniverseDetails } from './universe-details.ts';

interface UniverseServices {
  universes: UniverseService;
  lists: ListService;
  templates: TemplateService;
  details: UniverseDetails;
  history: HistoryService;
}

export function addUniverseRoutes(
  router: Router,
  identity: Identity,
  { universes, lists, templates, details, history }: UniverseServices,
): void {
  addRoute(router, identity, 'createUniverse', async ({ user, body }) => details.of(await created(user.id, body), user.id, 'owner'));

  const created = async (userId: string, body: CheckedBody<'createUniverse'>): Promise<Universe> => {
    if ('templateId' in body) {
      const template = await templates.get(body.templateId);
      authorizeTemplate(userId, template, 'template.use');
      return universes.createFromTemplate(userId, template, body.name);
    }
    if ('empty' in body) return universes.createEmpty(userId, body.name);
    const source = await universes.get(body.forkOf);
    authorize(userId, source, 'universe.fork');
    if (body.at === undefined) return universes.fork(userId, source, body.name);
    authorize(userId, source, 'history.read');
    return universes.fork(userId, source, body.name, await history.documentAt(source.id, body.at));
  };

  addOpenRoute(router, 'getUniverse', async ({ user, params, tag }) => {
    const universe = await universes.get(params.id!);
    tag({ revision: universe.revision });
    return details.of(universe, user?.id, authorize(user?.id ?? null, universe, 'universe.read'));
  });

  addRoute(router, identity, 'updateUniverse', async ({ user, params, body, request }) => {
    authorize(user.id, await universes.get(params.id!), 'universe.update');
    const universe = await universes.update(params.id!, body, wantedRevisions(request));
    return summaryOf(await lists.describe(universe, user.id), user.id);
  });
}
