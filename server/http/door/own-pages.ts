import type { RequestHandler } from 'express';
import { isFromOtherSite, isSafe } from '../../auth/fetch-site.ts';
import { foreignOrigin } from './origin.ts';
import { type DoorRules, mayConnect } from './front-door.ts';

/** Refuses what pages of others want to change. Whoever only reads at the bidding of another site is nobody: no session is even looked at. */
export function onlyOwnPages(rules: Pick<DoorRules, 'allowedOrigins'>): RequestHandler {
  return (request, _response, next) => {
    if (!isSafe(request.method) && !mayConnect(request, rules)) return next(foreignOrigin());
    if (isSafe(request.method) && isFromOtherSite(request.headers) && !mayConnect(request, rules)) delete request.headers.cookie;
    next();
  };
}
