import type { Router } from 'express';
import type { TemplateDetail, TemplateSummary } from '../../../shared/api/universes/template-schemas.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorize, authorizeTemplate, type TemplateAction } from '../../auth/policy.ts';
import type { DocumentService } from '../../services/documents/document-service.ts';
import type { SignedTemplate, Template, TemplateService } from '../../services/universes/template-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';
import type { ThumbnailIndex } from './thumbnails.ts';

interface TemplateServices {
  templates: TemplateService;
  universes: UniverseService;
  documents: DocumentService;
  thumbnails: ThumbnailIndex;
}

/** Adds the routes for templates, built-in ones and those of users. */
export function addTemplateRoutes(router: Router, identity: Identity, services: TemplateServices): void {
  const { templates, universes, documents, thumbnails } = services;

  /** Returns the template of a path if the user may do the action. */
  const allowed = async (user: User | null, id: string | undefined, action: TemplateAction): Promise<Template> => {
    const template = await templates.get(id!);
    authorizeTemplate(user?.id ?? null, template, action);
    return template;
  };
  const told = async (template: Template, user: User | null) => templateDetailOf(await templates.sign(template), user?.id, thumbnails);

  addOpenRoute(router, 'listTemplates', async ({ user, query, tag }) => {
    tag('content');
    const { templates: signed, next } = await templates.page(user?.id, query);
    return { templates: await Promise.all(signed.map((template) => summaryOf(template, user?.id, thumbnails))), next };
  });

  addOpenRoute(router, 'getTemplate', async ({ user, params, tag }) => {
    tag('content');
    return told(await allowed(user, params.id, 'template.read'), user);
  });

  addRoute(router, identity, 'createTemplate', async ({ user, body: { universeId, ...content } }) => {
    const universe = await universes.get(universeId);
    authorize(user.id, universe, 'universe.fork');
    const { document } = await documents.load(universe.id);
    return told(await templates.create(user.id, content, document), user);
  });

  addRoute(router, identity, 'updateTemplate', async ({ user, params, body }) => {
    const { id } = await allowed(user, params.id, 'template.update');
    return told(await templates.update(id, body), user);
  });

  addRoute(router, identity, 'deleteTemplate', async ({ user, params }) => {
    const { id } = await allowed(user, params.id, 'template.delete');
    await templates.remove(id);
    return {};
  });
}

async function summaryOf(
  { template, owner }: SignedTemplate,
  userId: string | undefined,
  thumbnails: ThumbnailIndex,
): Promise<TemplateSummary> {
  const { id, name, sentence, category, isPublic } = template;
  const isMine = owner !== null && owner.id === userId;
  return { id, name, sentence, category, thumbnail: owner ? null : await thumbnails.of(id), owner, isMine, isPublic };
}

/** Builds the API form of a template, for one caller. */
export async function templateDetailOf(
  signed: SignedTemplate<Template>,
  userId: string | undefined,
  thumbnails: ThumbnailIndex,
): Promise<TemplateDetail> {
  const { putForward, document } = signed.template;
  return { ...(await summaryOf(signed, userId, thumbnails)), putForward, document };
}
