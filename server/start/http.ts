import express, { type Express, type RequestHandler } from 'express';
import { apiPrefix } from '../../shared/api/contract/paths.ts';
import { mayChangeTemplate } from '../auth/policy.ts';
import type { Config } from '../config.ts';
import type { DoorRules } from '../http/door/front-door.ts';
import { createForward } from '../http/door/forward.ts';
import { createMatchmaking, matchmakingPaths } from '../http/door/matchmaking.ts';
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
import { processHeader } from '../services/processes/process-probe.ts';
import type { Directories } from './directories.ts';
import type { Reads } from './reads.ts';
import type { Services } from './services.ts';
import type { Shared } from './shared.ts';

interface HttpOptions {
  config: Config;
  doorRules: DoorRules;
  directories: Directories;
  services: Services;
  admissions: Admissions;
  /** Answers whether the server can take requests. */
  readiness: RequestHandler;
  /** Id of this process. */
  processId: string;
  metrics: Metrics;
  shared: Pick<Shared, 'limiters'>;
  reads: Pick<Reads, 'ownWrites'>;
  log: Logger;
}

/** Creates the HTTP application, in the order in which a request passes through it. */
export function createHttp(options: HttpOptions): Express {
  const { config, doorRules, directories, services, admissions, readiness, processId, metrics, shared, reads, log } = options;
  const { identity, snapshots, holders, runs } = services;
  const { limiters } = shared;
  const forward = createForward(config.node !== null);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(onlyTextInAddress);
  app.get('/healthz', (_request, response) => void response.set(processHeader, processId).json({ status: 'ok' }));
  app.get('/readyz', readiness);
  if (reads.ownWrites) app.use(reads.ownWrites);
  const expectHere = async (universeId: string) => {
    if (!runs.isOpen(universeId)) await holders.expectHere(universeId);
  };
  app.use(matchmakingPaths, createMatchmaking({ rules: doorRules, limiters, metrics, expectHere, forward }));
  app.use(apiPrefix, ownCopy, limitAddresses(limiters), onlyOwnPages(doorRules), identity.middleware);
  app.use(createSnapshotRoutes(snapshots));
  app.use(apiPrefix, ...parseBodies, identity.recheck);
  app.use(createRoutes(identity, services));
  app.use(createOpenApiRoutes(directories.client));
  app.use(apiPrefix, unknownRoute);
  mountPages(app, { config, directories, services, admissions });
  app.use(nothingHere, answerErrors(log, metrics, forward));
  return app;
}

/** Adds the built client, its pages and embeds. */
function mountPages(
  app: Express,
  { config, directories, services, admissions }: Pick<HttpOptions, 'config' | 'directories' | 'services' | 'admissions'>,
): void {
  const { identity, templates } = services;
  const originOf = createOriginOf(config.publicOrigin);
  const cards = createPageCards(services);
  app.use(createSecurityTxt(config.securityContact, config.publicUrl), createEmbedRoutes(cards, originOf));
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
