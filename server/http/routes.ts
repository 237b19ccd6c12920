import { Router } from 'express';
import type { UniverseSummary } from '../../shared/api/contract.ts';
import type { Identity } from '../auth/identity.ts';
import { authorize } from '../auth/policy.ts';
import type { DocumentService } from '../services/document-service.ts';
import type { Template, TemplateService } from '../services/template-service.ts';
import type { Universe, UniverseService } from '../services/universe-service.ts';
import type { UserService } from '../services/user-service.ts';
import { addRoute } from './route.ts';
import type { ThumbnailIndex } from './thumbnails.ts';

export interface RouteServices {
  users: UserService;
  templates: TemplateService;
  universes: UniverseService;
  documents: DocumentService;
  thumbnails: ThumbnailIndex;
}

/** The resources of the API. Who may see or do what is asked of the policy, the rest of the services. */
export function createRoutes(identity: Identity, services: RouteServices): Router {
  const router = Router({ caseSensitive: true, strict: true });
  addPeople(router, identity, services);
  addTemplates(router, identity, services);
  addUniverses(router, identity, services);
  return router;
}

function addPeople(router: Router, identity: Identity, { users }: RouteServices): void {
  addRoute(router, identity, 'getMe', async ({ user }) => person(user!), { guest: true });
  addRoute(router, identity, 'updateMe', async ({ user, body }) => person(await users.rename(user.id, body.displayName)));
}

function addTemplates(router: Router, identity: Identity, { templates, thumbnails }: RouteServices): void {
  const summary = async ({ id, name, sentence, category }: Template) => ({
    id,
    name,
    sentence,
    category,
    thumbnail: await thumbnails.of(id),
  });
  addRoute(router, identity, 'listTemplates', async () => ({ templates: await Promise.all((await templates.list()).map(summary)) }));
  addRoute(router, identity, 'getTemplate', async ({ params }) => {
    const template = await templates.get(params.id!);
    return { ...(await summary(template)), document: template.document };
  });
}

function addUniverses(router: Router, identity: Identity, { universes, documents }: RouteServices): void {
  addRoute(router, identity, 'listUniverses', async ({ user }) => {
    const { mine, recent } = await universes.list(user?.id ?? null);
    return { mine: mine.map((universe) => summaryOf(universe, user?.id)), recent: recent.map((universe) => summaryOf(universe, user?.id)) };
  });

  addRoute(
    router,
    identity,
    'createUniverse',
    async ({ user, body }) => {
      const universe =
        'templateId' in body ? await universes.createFromTemplate(user.id, body.templateId, body.name) : await fork(user.id, body);
      return { ...summaryOf(universe, user.id), document: (await documents.load(universe.id)).document };
    },
    { status: 201 },
  );

  const fork = async (userId: string, { forkOf, name }: { forkOf: string; name?: string }) => {
    const source = await universes.get(forkOf);
    authorize(userId, source, 'universe.fork');
    return universes.fork(userId, source, name);
  };

  addRoute(router, identity, 'getUniverse', async ({ user, params }) => {
    const universe = await universes.get(params.id!);
    authorize(user?.id ?? null, universe, 'universe.read');
    return { ...summaryOf(universe, user?.id), document: (await documents.load(universe.id)).document };
  });

  addRoute(router, identity, 'updateUniverse', async ({ user, params, body }) => {
    authorize(user.id, await universes.get(params.id!), 'universe.update');
    return summaryOf(await universes.update(params.id!, body), user.id);
  });
}

const person = ({ id, displayName, colour }: { id: string; displayName: string; colour: string }) => ({ id, displayName, colour });

function summaryOf(universe: Universe, userId: string | undefined): UniverseSummary {
  const { id, name, description, isPublic, linkRole, templateId, forkedFromId, ownerId, createdAt, updatedAt } = universe;
  return {
    id,
    name,
    description,
    isPublic,
    linkRole,
    templateId,
    forkedFromId,
    isMine: ownerId === userId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
