import { createAuthContext, matchMaker, ServerError } from '@colyseus/core';
import { type ErrorRequestHandler, Router } from 'express';
import { bodyLimits, bodyTypes } from '../../../shared/api/body-limits.ts';
import { errorCodes } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../../shared/refusals/sent-refusal.ts';
import { joinOptionsSchema } from '../../../shared/room/messages.ts';
import type { Limiters } from '../../ops/limiters.ts';
import type { Metrics } from '../../ops/metrics/metrics.ts';
import { readJson } from '../requests/body-reader.ts';
import type { DoorRules } from './front-door.ts';
import type { Forward } from './forward.ts';
import { onlyOwnPages } from './own-pages.ts';
import { refusalOf } from '../requests/errors.ts';
import { createJoinLimit } from '../requests/limits.ts';
import { senderOf } from '../requests/sender.ts';

/**
 * The paths at which pages request a seat in a room. The Colyseus client has the last part built in. The first part names the universe, so
 * that a proxy in front of several processes sends all of its members to the same one.
 */
export const matchmakingPaths = ['/room/:universeId/matchmake', '/matchmake'];

interface MatchmakingOptions {
  rules: Pick<DoorRules, 'allowedOrigins'>;
  limiters: Limiters;
  metrics: Metrics;
  /** @throws HeldElsewhere if another process holds the universe. */
  expectHere(universeId: string): Promise<void>;
  forward: Forward;
}

/** The allowed methods. Clients cannot create rooms, nor join one by its id. */
const methods: ReadonlySet<string> = new Set(['joinOrCreate', 'reconnect']);

/**
 * Hands out seats in rooms. The routes of Colyseus read bodies without a limit and leave rejected bodies unread; these routes use the body
 * reader of all other routes.
 */
export function createMatchmaking({ rules, limiters, metrics, expectHere, forward }: MatchmakingOptions): Router {
  matchMaker.controller.exposedMethods = [...methods];
  const countJoin = createJoinLimit(limiters);
  const router = Router({ caseSensitive: true, strict: true });
  router.use(onlyOwnPages(rules));
  router.post(
    '/:method/:roomName',
    async (request, _response, next) => {
      await countJoin(senderOf(new Headers(request.headers as Record<string, string>)));
      const isBare = request.headers['transfer-encoding'] === undefined && Number(request.headers['content-length'] ?? 0) === 0;
      if (!isBare && !request.is(bodyTypes.usual)) throw refuse('wrong-media-type', { type: bodyTypes.usual });
      next();
    },
    readJson(bodyLimits.usual),
    async (request, response) => {
      if (matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN) throw refuse('server-stopping');
      const [method, roomName] = [String(request.params.method), String(request.params.roomName)];
      // The room refuses options that are malformed.
      const options = joinOptionsSchema.safeParse(request.body);
      if (options.success) await expectHere(options.data.universeId);
      const headers = new Headers(request.headers as Record<string, string>);
      const context = createAuthContext({ headers, req: request });
      response.json(await matchMaker.controller.invokeMethod(method, roomName, (request.body as object | undefined) ?? {}, context));
    },
  );
  router.use((request) => {
    throw refuse('no-matchmaking-route', { method: request.method, path: request.path.slice(0, 200) });
  });
  router.use(answerInItsForm(metrics, forward));
  return router;
}

/** Answers in the form that the Colyseus client expects. */
const answerInItsForm =
  (metrics: Metrics, forward: Forward): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (forward(error, request.headers, response)) return;
    // The room has counted it.
    if (error instanceof ServerError) {
      const status = error.code >= 400 && error.code <= 599 ? error.code : 500;
      return void response.status(status).json({ code: error.code, error: error.message });
    }
    const refusal = refusalOf(error);
    metrics.joinRefused(refusal.code);
    if (refusal.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(refusal.retryAfterSeconds));
    const status = errorCodes[refusal.code];
    response.status(status).json({ code: status, error: writeRefusal(refusal) });
  };
