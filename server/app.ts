import { createServer, type Server as HttpServer } from 'node:http';
import { Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import express from 'express';
import { pinoHttp } from 'pino-http';
import { bodyLimits } from '../shared/api/body-limits.ts';
import { apiPrefix } from '../shared/api/paths.ts';
import { universeRoomName } from '../shared/room/names.ts';
import { ticksPerSecond } from '../shared/simulation/world.ts';
import { createAccounts } from './services/accounts/accounts.ts';
import { createArrivals } from './services/accounts/arrivals.ts';
import { createDeviceCookies } from './auth/device-cookies.ts';
import { createEmailHash, sessionDataKey } from './services/secrets/derived-keys.ts';
import { createIdentity } from './auth/identity.ts';
import { createPasswordGuard } from './services/accounts/password-guard.ts';
import { mayChangeTemplate } from './auth/policy.ts';
import { createProviders } from './auth/providers.ts';
import { createRecovery } from './services/accounts/recovery.ts';
import { createSealedText } from './services/secrets/sealed-text.ts';
import { checkSecrets } from './services/secrets/secret-check.ts';
import type { Config } from './config.ts';
import type { DatabaseConnection } from './db/database.ts';
import { parseBodies } from './http/requests/bodies.ts';
import { createEmbedRoutes } from './http/pages/embed-routes.ts';
import { answerErrors, nothingHere, unknownRoute } from './http/requests/errors.ts';
import { openFrontDoor } from './http/door/front-door.ts';
import { onlyOwnPages } from './http/door/own-pages.ts';
import { limitAddresses } from './http/requests/limits.ts';
import { createMatchmaking, matchmakingPath } from './http/door/matchmaking.ts';
import { createOriginOf } from './http/door/origin.ts';
import { createOpenApiRoutes } from './http/reference/openapi-routes.ts';
import { onlyTextInAddress } from './http/requests/address-text.ts';
import { ownCopy } from './http/requests/own-copy.ts';
import { createPageCards } from './http/pages/page-cards.ts';
import { createPages } from './http/pages/pages.ts';
import { createRefusalLog } from './http/requests/refusal-log.ts';
import { createRoutes } from './http/routes.ts';
import { securityHeaders } from './http/door/security.ts';
import { createSecurityTxt } from './http/door/security-txt.ts';
import { createSnapshotRoutes } from './http/universes/snapshots.ts';
import { createThumbnailIndex } from './http/templates/thumbnails.ts';
import { openJobQueue } from './ops/job-queue.ts';
import type { Logger } from './ops/log.ts';
import { createMailer } from './ops/mailer.ts';
import { createAdmission } from './rooms/members/admission.ts';
import { createSeatCheck } from './rooms/members/seat-check.ts';
import { defineUniverseRoom } from './rooms/universe-room.ts';
import { createActivityService } from './services/accounts/activity-service.ts';
import { createBinService } from './services/universes/bin-service.ts';
import { createCommentService } from './services/feedback/comment-service.ts';
import { createCountsService } from './services/lists/counts-service.ts';
import { createDepartureService } from './services/accounts/departure-service.ts';
import { createDocumentService } from './services/documents/document-service.ts';
import { createFavouriteService } from './services/feedback/favourite-service.ts';
import { createGuestService } from './services/accounts/guest-service.ts';
import { createHistoryService } from './services/documents/history-service.ts';
import { newId } from './services/ids.ts';
import { jobKinds, type Jobs, purgeSeconds } from './services/jobs.ts';
import { createLeftBehindService } from './services/accounts/left-behind-service.ts';
import { createListService } from './services/lists/list-service.ts';
import { createRunService } from './services/documents/run-service.ts';
import { createNoteService } from './services/feedback/note-service.ts';
import { createNotificationService } from './services/accounts/notification-service.ts';
import { createReviewService } from './services/feedback/review-service.ts';
import { refreshSearch } from './services/lists/search-refresh.ts';
import { createSessionService } from './services/accounts/session-service.ts';
import { createSharingService } from './services/universes/sharing-service.ts';
import { createSnapshotBroker } from './services/documents/snapshot-broker.ts';
import { createStoryboardService } from './services/documents/storyboard-service.ts';
import { createTemplateService } from './services/universes/template-service.ts';
import { createThumbnailService } from './services/universes/thumbnail-service.ts';
import { createUniverseService } from './services/universes/universe-service.ts';
import { createUserService } from './services/accounts/user-service.ts';

const keepAliveMs = 75_000;
/** Whoever sends a request more slowly than this is cut off. */
const mostHeadersMs = 20_000;
const mostRequestMs = 120_000;
const slowLookMs = 5000;
/** Tests do not wait as long as people do until a letter leaves. */
const testPollSeconds = 0.5;

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
 * @throws what the system says where the port is taken (`EADDRINUSE`), AppError `conflict` where the secrets are not those of the database.
 */
export async function startApp(config: Config, connection: DatabaseConnection, directories: Directories, log: Logger): Promise<App> {
  const { db } = connection;
  await checkSecrets(db, config);
  const jobs = await openJobQueue<Jobs>({
    database: connection.forJobs,
    kinds: jobKinds,
    ...(config.environment === 'test' && { pollSeconds: testPollSeconds }),
    report: (error, where) => log.error({ err: error }, where),
  });
  const users = createUserService(db);
  const templates = createTemplateService(db);
  const documents = createDocumentService(db);
  const runs = createRunService(documents);
  const universes = createUniverseService(db, documents);
  const snapshots = createSnapshotBroker();
  const secureCookies = config.environment === 'production' && config.trustedProxies > 0;
  const sealedText = createSealedText([...config.dataKeys, sessionDataKey(config.sessionSecret)]);
  const accounts = createAccounts({
    db,
    universes,
    sealedText,
    emailHash: createEmailHash(config.sessionSecret),
    jobs,
    sendsMail: config.mail !== null,
    guard: createPasswordGuard(),
  });
  const mailer = config.mail && createMailer(config.mail);
  const recovery = mailer && createRecovery({ db, accounts, jobs, mailer, publicUrl: config.publicUrl });
  const devices = createDeviceCookies({ secret: config.sessionSecret, secureCookies });
  const guests = createGuestService(db);
  const identity = createIdentity({
    sessions: createSessionService(db),
    users,
    accounts,
    guests,
    secret: config.sessionSecret,
    secureCookies,
    devices,
  });
  const problems = await templates.loadDirectory(directories.templates);

  const origins = config.publicOrigin === null ? [] : [config.publicOrigin, ...config.allowedOrigins, ...behindVite(config)];
  const doorRules = { origins, allowedOrigins: config.allowedOrigins, trustedProxies: config.trustedProxies };
  const originOf = createOriginOf(config.publicOrigin);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(onlyTextInAddress);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.use(matchmakingPath, ...eachRequest(log), createMatchmaking(doorRules));
  app.use(apiPrefix, ...eachRequest(log), ownCopy, limitAddresses(), onlyOwnPages(doorRules), identity.middleware);
  app.use(createSnapshotRoutes(snapshots));
  app.use(apiPrefix, ...parseBodies, identity.recheck);
  const notifications = createNotificationService(db);
  const sharing = createSharingService(db, universes, notifications);
  const bin = createBinService(db, universes, notifications);
  const departures = createDepartureService(db, notifications);
  const [comments, reviews] = [createCommentService(db, notifications), createReviewService(db, notifications)];
  const [counts, activity] = [createCountsService(db), createActivityService(db)];
  await jobs.work({
    // Where mail was sent once and is no more, what was left to be sent is let go.
    mail: async (told) => recovery?.send(told),
    failedSignIn: ({ emailHash, at }) => activity.noteFailedSignIn(emailHash, new Date(at)),
    async purge() {
      const now = new Date();
      await bin.empty(now);
      await comments.forget(now);
      await notifications.forget(now);
      await recovery?.forget(now);
      await activity.forget(now);
      await identity.forget();
      await guests.forget(now);
      await connection.checkpoint();
    },
    async counts() {
      const mended = await counts.mend();
      if (mended.length > 0) log.error({ universes: mended }, 'counts were wrong, and are right now');
    },
  });
  await jobs.addUnlessSince('purge', {}, purgeSeconds);
  const searchRefresh = refreshSearch(db, (error) => log.error({ err: error }, 'search refresh'));
  const thumbnails = createThumbnailIndex(directories.thumbnails);
  const [favourites, lists] = [createFavouriteService(db, notifications), createListService(db)];
  const [pictures, notes] = [createThumbnailService(db), createNoteService(db, sealedText)];
  const leftBehind = createLeftBehindService(db, { comments, reviews, notes, favourites });
  const arrivals = createArrivals(db, accounts);
  const providers = createProviders(config.providers, config.publicUrl);
  const history = createHistoryService(db, documents, runs);
  const people = { accounts, activity, arrivals, providers, recovery, users, favourites, sharing, notifications };
  const things = {
    templates,
    universes,
    documents,
    runs,
    storyboards: createStoryboardService(db),
    lists,
    bin,
    departures,
    leftBehind,
    history,
  };
  app.use(createRoutes(identity, { ...people, ...things, comments, reviews, notes, thumbnails, pictures }));
  app.use(createOpenApiRoutes(directories.client));
  app.use(apiPrefix, unknownRoute);
  const admission = createAdmission(identity, universes, comments);
  const cards = createPageCards(universes, thumbnails, pictures);
  const isKnown = async (userId: string) => (await identity.find(userId)) !== null;
  app.use(createSecurityTxt(config.securityContact, config.publicUrl), createEmbedRoutes(cards, users, originOf));
  app.use(
    createPages({
      clientDirectory: directories.client,
      thumbnailsDirectory: directories.thumbnails,
      isVisible: admission.isVisible,
      isKnown,
      isEditable: async (templateId, cookie) => {
        const [template, user] = [await templates.find(templateId), await identity.userOf(cookie)];
        return template !== null && mayChangeTemplate(user?.id ?? null, template);
      },
      cards,
      originOf,
    }),
  );
  app.use(nothingHere, answerErrors(log));

  // A proxy in front keeps its connections for a minute or so: none may be closed just as it is used again.
  const httpServer = createServer({
    keepAliveTimeout: keepAliveMs,
    headersTimeout: mostHeadersMs,
    requestTimeout: mostRequestMs,
    connectionsCheckingInterval: slowLookMs,
  });
  const refusals = createRefusalLog(log);
  const rooms = openRooms(httpServer, log, createSeatCheck(identity.sessionOf));
  const room = defineUniverseRoom({
    ...admission,
    onChange: universes.onChange,
    onTalk: comments.onChange,
    longReplayTicks: config.replaySeconds * ticksPerSecond,
    runs,
    snapshots,
    async rename({ userId, isKnown }, displayName) {
      if (isKnown) await guests.store(userId);
      return users.update(userId, { displayName });
    },
    onRevoke: identity.onRevoke,
    newMemberId: () => newId(8),
    noteRefusal: refusals.note,
    report: (error, where) => log.error({ err: error }, where),
  });
  rooms.define(universeRoomName, room).filterBy(['universeId' as never]);
  await new Promise<void>((resolve, reject) => {
    // Colyseus itself looks for errors only once it listens.
    httpServer.once('error', reject);
    rooms.listen(config.port, config.host).then(resolve, reject);
  });
  const setSecurityHeaders = securityHeaders(config.publicUrl.startsWith('https:'));
  openFrontDoor(httpServer, app, {
    ...doorRules,
    prepare(request, response) {
      setSecurityHeaders(request, response);
      refusals.watch(request, response);
    },
  });

  return {
    port: (httpServer.address() as { port: number }).port,
    problems,
    async close() {
      httpServer.closeIdleConnections();
      await Promise.all([rooms.gracefullyShutdown(false), jobs.close(), searchRefresh.stop()]);
      mailer?.close();
      httpServer.closeAllConnections();
      await connection.close();
    },
  };
}

/** What Vite asks for in `npm run dev`, whatever the page in front of it is called. */
const behindVite = ({ environment, port }: Config) => (environment === 'development' ? [`http://localhost:${port}`] : []);

/** Tells of each request, where that much is told. */
const eachRequest = (log: Logger) => (log.isLevelEnabled('info') ? [pinoHttp({ logger: log })] : []);

/** Colyseus on the same server. It hears of upgrades by itself, and of requests by matchmaking routes of ours (server/http/door/matchmaking.ts). */
function openRooms(httpServer: HttpServer, log: Logger, mayTakeSeat: ReturnType<typeof createSeatCheck>): Server {
  const quiet = (...parts: unknown[]) => log.debug(parts.map(String).join(' '));
  return new Server({
    greet: false,
    // What matters of it reaches us by exceptions as well; the rest is what visitors do wrong.
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    gracefullyShutdown: false,
    transport: new WebSocketTransport({
      server: httpServer,
      maxPayload: bodyLimits.usual,
      async beforeUpgrade({ url }, { headers }) {
        if (await mayTakeSeat(url, headers.get('cookie') ?? undefined)) return undefined;
        return Response.json({ code: 403, error: 'This seat belongs to another session.' }, { status: 403 });
      },
    }),
  });
}
