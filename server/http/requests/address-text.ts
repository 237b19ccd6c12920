import type { RequestHandler } from 'express';
import { refuse } from '../../../shared/refusals/refuse.ts';

/** Rejects URLs with the NUL character, which PostgreSQL cannot store. Lone surrogates cannot be in a URL at all. */
export const onlyTextInAddress: RequestHandler = (request, _response, next) => {
  if (request.url.includes('%00')) throw refuse('address-unreadable');
  next();
};
