import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '../../ops/metrics/metrics.ts';
import { methodLabel, routeLabel } from './route-label.ts';

/** Stands for a request that its client gave up before the end of the answer, as in NGINX. */
export const givenUp = 499;

/** Creates the measurement of requests. Call the result for each request before anything answers it. */
export function createRequestTimes(metrics: Metrics): (request: IncomingMessage, response: ServerResponse) => void {
  return ({ method = '', url = '' }, response) => {
    const beginMs = performance.now();
    response.on('close', () => {
      const code = response.writableFinished ? response.statusCode : givenUp;
      const seconds = (performance.now() - beginMs) / 1000;
      metrics.answered({ method: methodLabel(method), route: routeLabel(method, url), code }, seconds);
    });
  };
}
