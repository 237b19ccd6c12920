import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type RouteName, routes } from '../../../shared/api/contract/contract.ts';
import { type ErrorCode, errorCodes } from '../../../shared/api/errors.ts';
import { joinRate, newGuestRate, overallRate, type RouteRate } from '../../../shared/api/rates.ts';
import { routeNotes } from '../../../shared/api/contract/route-notes.ts';
import { refuseFor } from '../../../shared/refusals/refuse.ts';
import type { RateLimiter, Limiters } from '../../ops/limiters.ts';

declare global {
  namespace Express {
    interface Request {
      /** The limiters of this server, for what a route limits by itself. */
      limiters: Limiters;
    }
  }
}

/** Counts one more. @returns what takes that back @throws AppError `rate-limited` where there is no more to be had */
async function consume(limiter: RateLimiter, key: string, reason: 'too-many-requests' | 'too-many-joins'): Promise<() => void> {
  try {
    await limiter.consume(key);
  } catch (rejection) {
    throw refuseFor((rejection as { msBeforeNext: number }).msBeforeNext, reason);
  }
  return () => void limiter.reward(key);
}

/** Undoes the count of a request if it fails with one of these errors, or on our side. */
function spare(response: Response, spares: readonly ErrorCode[], takeBack: () => void): void {
  const statuses = new Set(spares.map((code) => errorCodes[code]));
  response.once('finish', () => {
    if (response.statusCode >= 500 || (statuses as ReadonlySet<number>).has(response.statusCode)) takeBack();
  });
}

/** Limits joins of rooms per address. @throws AppError `rate-limited` */
export function createJoinLimit(limiters: Limiters): (address: string) => Promise<unknown> {
  const limiter = limiters('join', joinRate);
  return (address) => consume(limiter, address, 'too-many-joins');
}

/** Limits new stored guests per address; failed requests are not counted. @throws AppError `rate-limited` */
export async function limitNewGuests(request: Request): Promise<void> {
  const response = request.res!;
  const takeBack = await consume(request.limiters('new-guest', newGuestRate), addressOf(request), 'too-many-requests');
  response.once('finish', () => response.statusCode >= 400 && takeBack());
}

const addressOf = (request: Request) => request.ip ?? 'unknown';

/** Returns a test for requests to a route of the contract. */
export function asksFor(name: RouteName): (request: Request) => boolean {
  const { method, path } = routes[name];
  const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
  return (request) => request.method === method && pattern.test(request.baseUrl + request.path);
}

/** Returns the names of all routes for which `holds` is true. */
export const routesWhere = (holds: (name: RouteName) => boolean) => (Object.keys(routes) as RouteName[]).filter(holds);

/** Limits requests per address, before any user is looked up: all requests together, and each route that has a rate. */
export function limitAddresses(limiters: Limiters): RequestHandler {
  const all = limiters('all', overallRate);
  const each = routesWhere((name) => routeNotes[name].rate !== undefined).map((name) => ({
    isMeant: asksFor(name),
    rate: routeNotes[name].rate!,
    limiter: limiters(`${name}-address`, routeNotes[name].rate!.perAddress),
    attempts: routeNotes[name].rate!.attempts && limiters(`${name}-attempt`, routeNotes[name].rate!.attempts),
  }));
  return async (request, response, next) => {
    request.limiters = limiters;
    await consume(all, addressOf(request), 'too-many-requests');
    for (const { isMeant, limiter, attempts, rate } of each) {
      if (!isMeant(request)) continue;
      if (attempts) await consume(attempts, addressOf(request), 'too-many-requests');
      spare(response, rate.spares, await consume(limiter, addressOf(request), 'too-many-requests'));
    }
    next();
  };
}

/** Limits requests per account, from any address. Call it once the body is known. */
export function limitAccount(
  name: RouteName,
  { perAccount, account, spares }: RouteRate,
): (request: Request, body: unknown) => Promise<void> {
  return async (request, body) => {
    if (!perAccount) return;
    const key = account === 'email' ? addressKey(body) : request.user?.id;
    // A stranger has no account yet: their address is all there is to count by.
    if (key === undefined) return;
    spare(request.res!, spares, await consume(request.limiters(`${name}-account`, perAccount), key, 'too-many-requests'));
  };
}

/** Returns the same short key for every spelling of an e-mail address, whether it belongs to an account or not. */
function addressKey(body: unknown): string {
  const { email } = body as { email: string };
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}
