import type { RequestHandler } from 'express';
import { isFromOtherSite, isSafe } from '../../auth/fetch-site.ts';
import { foreignOrigin } from './origin.ts';
import { type DoorRules, mayConnect } from './front-door.ts';

/** Rejects changes requested by pages of other sites. A read that another site caused is anonymous: its session is not even looked up. */
export function onlyOwnPages(rules: Pick<DoorRules, 'allowedOrigins'>): RequestHandler {
  return (request, _response, next) => {
    if (!isSafe(request.method) && !mayConnect(request, rules)) return next(foreignOrigin());
    if (isSafe(request.method) && isFromOtherSite(request.headers) && !mayConnect(request, rules)) delete request.headers.cookie;
    next();
  };
}
