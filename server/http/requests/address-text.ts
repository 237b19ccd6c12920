import type { RequestHandler } from 'express';
import { refuse } from '../../../shared/refusals/refuse.ts';

/** Refuses addresses with the control sign 0, for which PostgreSQL has no place. Half signs can't stand in an address at all. */
export const onlyTextInAddress: RequestHandler = (request, _response, next) => {
  if (request.url.includes('%00')) throw refuse('address-unreadable');
  next();
};
