import type { IncomingMessage, ServerResponse } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { senderHeader } from './sender.ts';
import type { Logger } from '../../ops/log.ts';
import { requestIdOf } from './request-id.ts';

/** Limit for one address, or one user in rooms: a flood of refused requests must not become a flood of lines. */
export const maxLinesPerMinute = 30;
const maxPathLength = 200;

/** Statuses that are logged, with their level: what is hidden from the caller is answered with 404 too. */
const levels = new Map<number, 'warn' | 'info'>([
  [401, 'warn'],
  [403, 'warn'],
  [429, 'warn'],
  [404, 'info'],
]);

/** Whether a request with this status has a line in the log of refusals, from the level `info` on. */
export const isLoggedAsRefusal = (status: number): boolean => levels.has(status);

export interface RefusalLog {
  /**
   * Logs a request if it is refused because of the caller's identity or rate: time, address, user, method and path, without query and
   * headers. Call it before anything answers, after the client address is set.
   */
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** Logs what a room refuses a member. */
  note(user: string, universe: string, reason: string): void;
}

/** Logs attempts to do what is not allowed, for operators. */
export function createRefusalLog(log: Logger): RefusalLog {
  const limiter = new RateLimiterMemory({ points: maxLinesPerMinute, duration: 60 });

  const write = (level: 'warn' | 'info', key: string, line: object): void => {
    limiter.consume(key).then(
      ({ remainingPoints }) =>
        log[level](line, remainingPoints === 0 ? 'refused; no more is told of the same sender for a minute' : 'refused'),
      (error: unknown) => {
        if (!(error instanceof RateLimiterRes)) throw error;
      },
    );
  };

  return {
    watch(request, response) {
      const { method, url = '' } = request;
      response.once('finish', () => {
        const level = levels.get(response.statusCode);
        if (level === undefined || !log.isLevelEnabled(level)) return;
        const address = String(request.headers[senderHeader]);
        const path = url.split('?', 1)[0]!.slice(0, maxPathLength);
        const user = (request as { user?: { id: string } }).user?.id;
        write(level, address, { requestId: requestIdOf(request), status: response.statusCode, method, path, address, user });
      });
    },

    note: (user, universe, reason) => write('warn', `user ${user}`, { user, universe, reason }),
  };
}
