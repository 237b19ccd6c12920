import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type RouteName, routes } from '../../../shared/api/contract/contract.ts';
import { type ErrorCode, errorCodes } from '../../../shared/api/errors.ts';
import { joinRate, newGuestRate, overallRate, type Rate, type RouteRate } from '../../../shared/api/rates.ts';
import { routeNotes } from '../../../shared/api/contract/route-notes.ts';
import { refuseFor } from '../../../shared/refusals/refuse.ts';

const limiterOf = ({ points, seconds }: Rate) => new RateLimiterMemory({ points, duration: seconds });

/** Counts one more. @returns what takes that back @throws AppError `rate-limited` where there is no more to be had */
async function consume(limiter: RateLimiterMemory, key: string, reason: 'too-many-requests' | 'too-many-joins'): Promise<() => void> {
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
export function createJoinLimit(): (address: string) => Promise<unknown> {
  const limiter = limiterOf(joinRate);
  return (address) => consume(limiter, address, 'too-many-joins');
}

/** Limits new stored guests per address; failed requests are not counted. @throws AppError `rate-limited` */
export function limitNewGuests(): (request: Request) => Promise<void> {
  const limiter = limiterOf(newGuestRate);
  return async (request) => {
    const response = request.res!;
    const takeBack = await consume(limiter, addressOf(request), 'too-many-requests');
    response.once('finish', () => response.statusCode >= 400 && takeBack());
  };
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
export function limitAddresses(): RequestHandler {
  const all = limiterOf(overallRate);
  const each = routesWhere((name) => routeNotes[name].rate !== undefined).map((name) => ({
    isMeant: asksFor(name),
    rate: routeNotes[name].rate!,
    limiter: limiterOf(routeNotes[name].rate!.perAddress),
    attempts: routeNotes[name].rate!.attempts && limiterOf(routeNotes[name].rate!.attempts),
  }));
  return async (request, response, next) => {
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
export function limitAccount({ perAccount, account, spares }: RouteRate): (request: Request, body: unknown) => Promise<void> {
  const limiter = perAccount && limiterOf(perAccount);
  return async (request, body) => {
    if (!limiter) return;
    const key = account === 'email' ? addressKey(body) : request.user?.id;
    // A stranger has no account yet: their address is all there is to count by.
    if (key !== undefined) spare(request.res!, spares, await consume(limiter, key, 'too-many-requests'));
  };
}

/** Returns the same short key for every spelling of an e-mail address, whether it belongs to an account or not. */
function addressKey(body: unknown): string {
  const { email } = body as { email: string };
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}
