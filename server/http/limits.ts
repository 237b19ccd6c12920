import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type RouteName, routes } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/api/errors.ts';
import { joinRate, overallRate, type Rate, type RouteRate } from '../../shared/api/rates.ts';
import { routeNotes } from '../../shared/api/route-notes.ts';

const limiterOf = ({ points, seconds }: Rate) => new RateLimiterMemory({ points, duration: seconds });

async function consume(limiter: RateLimiterMemory, key: string, response: Response): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (rejection) {
    response.setHeader('Retry-After', String(Math.ceil((rejection as { msBeforeNext: number }).msBeforeNext / 1000)));
    throw new AppError('rate-limited', 'Too many requests. Wait a little and try again.');
  }
}

/** Says whether somebody at an address may come into one more room. */
export function createJoinLimit(): (address: string) => Promise<boolean> {
  const limiter = limiterOf(joinRate);
  return (address) =>
    limiter.consume(address).then(
      () => true,
      () => false,
    );
}

const addressOf = (request: Request) => request.ip ?? 'unknown';

/** Whether a request is for a route of the contract. */
export function asksFor(name: RouteName): (request: Request) => boolean {
  const { method, path } = routes[name];
  const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
  return (request) => request.method === method && pattern.test(request.baseUrl + request.path);
}

/** Names of all routes for which `holds`. */
export const routesWhere = (holds: (name: RouteName) => boolean) => (Object.keys(routes) as RouteName[]).filter(holds);

/** Holds back what comes too often from one address, before anybody is looked up for it: all of it, and each route that has a rate. */
export function limitAddresses(): RequestHandler {
  const all = limiterOf(overallRate);
  const each = routesWhere((name) => routeNotes[name].rate !== undefined).map((name) => ({
    isMeant: asksFor(name),
    limiter: limiterOf(routeNotes[name].rate!.perAddress),
  }));
  return async (request, response, next) => {
    await consume(all, addressOf(request), response);
    for (const { isMeant, limiter } of each) {
      if (isMeant(request)) await consume(limiter, addressOf(request), response);
    }
    next();
  };
}

/** Holds back what comes too often for one account, from wherever. To be asked for once the body is known. */
export function limitAccount({ perAccount, account }: RouteRate): (request: Request, body: unknown) => Promise<void> {
  const limiter = limiterOf(perAccount);
  return async (request, body) => {
    const key = account === 'email' ? addressKey(body) : request.user?.id;
    // A stranger has no account yet: their address is all there is to count by.
    if (key !== undefined) await consume(limiter, key, request.res!);
  };
}

/** The same for the same address however it is written, whether anybody has it or not; short, however long it is. */
function addressKey(body: unknown): string {
  const { email } = body as { email: string };
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}
