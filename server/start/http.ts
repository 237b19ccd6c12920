import express, { type Express, type RequestHandler } from 'express';
import { apiPrefix } from '../../shared/api/contract/paths.ts';
import { mayChangeTemplate } from '../auth/policy.ts';
import type { Config } from '../config.ts';
import type { DoorRules } from '../http/door/front-door.ts';
import { createMatchmaking, matchmakingPath } from '../http/door/matchmaking.ts';
import { createOriginOf } from '../http/door/origin.ts';
import { onlyOwnPages } from '../http/door/own-pages.ts';
import { createSecurityTxt } from '../http/door/security-txt.ts';
import { createEmbedRoutes } from '../http/pages/embed-routes.ts';
import { createPageCards } from '../http/pages/page-cards.ts';
import { createPages } from '../http/pages/pages.ts';
import { createOpenApiRoutes } from '../http/reference/openapi-routes.ts';
import { onlyTextInAddress } from '../http/requests/address-text.ts';
import { parseBodies } from '../http/requests/bodies.ts';
import { answerErrors, nothingHere, unknownRoute } from '../http/requests/errors.ts';
import { limitAddresses } from '../http/requests/limits.ts';
import { ownCopy } from '../http/requests/own-copy.ts';
import { createRoutes } from '../http/routes.ts';
import { createSnapshotRoutes } from '../http/universes/snapshots.ts';
import type { Logger } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import type { Admissions } from '../rooms/members/admission.ts';
import type { Directories } from './directories.ts';
import type { Services } from './services.ts';

interface HttpOptions {
  config: Config;
  doorRules: DoorRules;
  directories: Directories;
  services: Services;
  admissions: Admissions;
  /** Answers whether the server can take requests. */
  readiness: RequestHandler;
  metrics: Metrics;
  log: Logger;
}

/** Creates the HTTP application, in the order in which a request passes through it. */
export function createHttp(options: HttpOptions): Express {
  const { config, doorRules, directories, services, admissions, readiness, metrics, log } = options;
  const { identity, snapshots } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(onlyTextInAddress);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', readiness);
  app.use(matchmakingPath, createMatchmaking(doorRules, metrics));
  app.use(apiPrefix, ownCopy, limitAddresses(), onlyOwnPages(doorRules), identity.middleware);
  app.use(createSnapshotRoutes(snapshots));
  app.use(apiPrefix, ...parseBodies, identity.recheck);
  app.use(createRoutes(identity, services));
  app.use(createOpenApiRoutes(directories.client));
  app.use(apiPrefix, unknownRoute);
  mountPages(app, { config, directories, services, admissions });
  app.use(nothingHere, answerErrors(log, metrics));
  return app;
}

/** Adds the built client, its pages and embeds. */
function mountPages(
  app: Express,
  { config, directories, services, admissions }: Pick<HttpOptions, 'config' | 'directories' | 'services' | 'admissions'>,
): void {
  const { identity, users, templates, universes, thumbnails, universeThumbnails } = services;
  const originOf = createOriginOf(config.publicOrigin);
  const cards = createPageCards(universes, thumbnails, universeThumbnails);
  app.use(createSecurityTxt(config.securityContact, config.publicUrl), createEmbedRoutes(cards, users, originOf));
  app.use(
    createPages({
      clientDirectory: directories.client,
      thumbnailsDirectory: directories.thumbnails,
      isVisible: admissions.isVisible,
      isKnown: async (userId) => (await identity.find(userId)) !== null,
      isEditable: async (templateId, cookie) => {
        const [template, user] = [await templates.find(templateId), await identity.userOf(cookie)];
        return template !== null && mayChangeTemplate(user?.id ?? null, template);
      },
      cards,
      originOf,
    }),
  );
}
