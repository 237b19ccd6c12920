import { createServer, type Server as HttpServer } from 'node:http';
import { createRouter, matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import express from 'express';
import { pinoHttp } from 'pino-http';
import { apiPrefix } from '../shared/api/paths.ts';
import { universeRoomName } from '../shared/room/names.ts';
import { ticksPerSecond } from '../shared/simulation/world.ts';
import { createIdentity } from './auth/identity.ts';
import type { Config } from './config.ts';
import type { DatabaseConnection } from './db/database.ts';
import { answerErrors, unknownRoute } from './http/errors.ts';
import { limitRate, onlyJson } from './http/limits.ts';
import { foreignOrigin, isOwnOrigin } from './http/origin.ts';
import { createPages } from './http/pages.ts';
import { createRoutes } from './http/routes.ts';
import { securityHeaders } from './http/security.ts';
import { createSnapshotRoutes } from './http/snapshots.ts';
import { createThumbnailIndex } from './http/thumbnails.ts';
import type { Logger } from './ops/log.ts';
import { createAdmission } from './rooms/admission.ts';
import { defineUniverseRoom } from './rooms/universe-room.ts';
import { createDocumentService } from './services/document-service.ts';
import { newId } from './services/ids.ts';
import { createSnapshotBroker } from './services/snapshot-broker.ts';
import { createTemplateService } from './services/template-service.ts';
import { createUniverseService } from './services/universe-service.ts';
import { createUserService } from './services/user-service.ts';

const largestBody = 64 * 1024;

export interface App {
  /** The port it listens on. */
  readonly port: number;
  /** A sentence for each template file that was left out. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Where the parts of the project lie that are served or loaded. */
export interface Directories {
  client: string;
  templates: string;
  thumbnails: string;
}

/**
 * Puts database, services, routes and rooms together and listens: one port for pages, API and rooms.
 * @throws what the system says where the port is taken (`EADDRINUSE`).
 */
export async function startApp(config: Config, connection: DatabaseConnection, directories: Directories, log: Logger): Promise<App> {
  const { db } = connection;
  const users = createUserService(db);
  const templates = createTemplateService(db);
  const documents = createDocumentService(db);
  const universes = createUniverseService(db, documents, templates);
  const snapshots = createSnapshotBroker();
  const secureCookies = config.environment === 'production' && config.trustedProxies > 0;
  const identity = createIdentity({ connection, users, secret: config.sessionSecret, secureCookies });
  const problems = await templates.loadDirectory(directories.templates);

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(securityHeaders());
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.use(apiPrefix, pinoHttp({ logger: log }), limitRate(600, 10), (request, _response, next) => {
    const safe = request.method === 'GET' || request.method === 'HEAD';
    next(safe || isOwnOrigin(request.get('origin'), request.get('host'), config.allowedOrigins) ? undefined : foreignOrigin());
  });
  app.use(
    apiPrefix,
    limitRate(60, 60, (request) => request.method === 'POST' && request.path === '/universes'),
    ...identity.middleware,
  );
  app.use(createSnapshotRoutes(snapshots));
  app.use(apiPrefix, onlyJson, express.json({ limit: largestBody }));
  app.use(createRoutes(identity, { users, templates, universes, documents, thumbnails: createThumbnailIndex(directories.thumbnails) }));
  app.use(apiPrefix, unknownRoute);
  const admission = createAdmission(identity, universes);
  app.use(createPages(directories.client, directories.thumbnails, admission.isVisible));
  app.use(answerErrors(log));

  const httpServer = createServer(app);
  const rooms = openRooms(config, httpServer, log);
  const room = defineUniverseRoom({
    ...admission,
    onChange: universes.onChange,
    longReplayTicks: config.replaySeconds * ticksPerSecond,
    documents,
    snapshots,
    rename: users.rename,
    newMemberId: () => newId(8),
    report: (error, where) => log.error({ err: error }, where),
  });
  rooms.define(universeRoomName, room).filterBy(['universeId' as never]);
  await new Promise<void>((resolve, reject) => {
    // Colyseus itself looks for errors only once it listens.
    httpServer.once('error', reject);
    rooms.listen(config.port, config.host).then(resolve, reject);
  });

  return {
    port: (httpServer.address() as { port: number }).port,
    problems,
    async close() {
      httpServer.closeIdleConnections();
      await rooms.gracefullyShutdown(false);
      identity.close();
      httpServer.closeAllConnections();
      await connection.close();
    },
  };
}

/** Colyseus on the same server, closed to other origins and to all but joining. */
function openRooms(config: Config, httpServer: HttpServer, log: Logger): Server {
  const { controller } = matchMaker;
  // By default every answer of the server, ours included, would tell any origin that it may read it.
  controller.DEFAULT_CORS_HEADERS = {} as typeof controller.DEFAULT_CORS_HEADERS;
  controller.getCorsHeaders = () => ({});
  controller.exposedMethods = ['joinOrCreate', 'reconnect'];
  const isOwn = (headers: Headers) =>
    isOwnOrigin(headers.get('origin') ?? undefined, headers.get('host') ?? undefined, config.allowedOrigins);
  const refused = (status: number, message: string) => Response.json({ code: status, error: message }, { status });

  const quiet = (...parts: unknown[]) => log.debug(parts.map(String).join(' '));
  const rooms = new Server({
    greet: false,
    // What matters of it reaches us by exceptions as well; the rest is what visitors do wrong.
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    gracefullyShutdown: false,
    transport: new WebSocketTransport({
      server: httpServer,
      maxPayload: largestBody,
      beforeUpgrade: (_request, context) => (isOwn(context.headers) ? undefined : refused(403, 'This page may not use this server.')),
    }),
  });
  rooms.router = createRouter(
    {},
    {
      async onRequest(request) {
        if (!isOwn(request.headers)) return refused(403, 'This page may not use this server.');
        if (Number(request.headers.get('content-length') ?? 0) > largestBody) return refused(413, 'The body is larger than is taken here.');
        return undefined;
      },
    },
  );
  return rooms;
}
