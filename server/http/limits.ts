import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../../shared/api/errors.ts';

/** So many requests from one address in so many seconds. */
export function limitRate(points: number, seconds: number, counts: (request: Request) => boolean = () => true): RequestHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (request, response, next) => {
    if (!counts(request)) return next();
    try {
      await limiter.consume(request.ip ?? 'unknown');
      next();
    } catch (rejection) {
      response.setHeader('Retry-After', String(Math.ceil((rejection as { msBeforeNext: number }).msBeforeNext / 1000)));
      next(new AppError('rate-limited', 'Too many requests. Wait a little and try again.'));
    }
  };
}

const withBody = new Set(['POST', 'PUT', 'PATCH']);

/** Refuses bodies that are anything but JSON. */
export const onlyJson: RequestHandler = (request, _response, next) => {
  const sendsBody =
    withBody.has(request.method) &&
    (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0);
  if (sendsBody && !request.is('application/json')) throw new AppError('unsupported-media-type', 'Send application/json.');
  next();
};
