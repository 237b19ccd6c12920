import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../../ops/log.ts';
import { methodLabel, routeLabel } from '../door/route-label.ts';
import { givenUp } from '../door/request-times.ts';
import { isLoggedAsRefusal } from './refusal-log.ts';
import { requestIdOf } from './request-id.ts';

/** What is asked for all the time, or is the same for all: not worth a line if it is answered. */
const quiet: ReadonlySet<string> = new Set(['asset', 'page', '/healthz', '/readyz']);

/**
 * Creates the log of requests: a line each from the level `info` on, with the pattern of the route instead of its path. Refusals have a
 * line of their own. Call the result before anything answers.
 */
export function createRequestLog(log: Logger): (request: IncomingMessage, response: ServerResponse) => void {
  if (!log.isLevelEnabled('info')) return () => undefined;
  return (request, response) => {
    const { method = '', url = '' } = request;
    const beginMs = performance.now();
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : givenUp;
      const route = routeLabel(method, url);
      if (isLoggedAsRefusal(status) || (quiet.has(route) && status < 500)) return;
      const user = (request as { user?: { id: string } }).user?.id;
      const ms = Math.round(performance.now() - beginMs);
      log.info({ requestId: requestIdOf(request), method: methodLabel(method), route, status, ms, user }, 'request');
    });
  };
}
