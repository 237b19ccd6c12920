import type { RequestHandler } from 'express';
import { AppError } from '../../../shared/api/errors.ts';

/** Rejects URLs with the NUL character, which PostgreSQL cannot store. Lone surrogates cannot be in a URL at all. */
export const onlyTextInAddress: RequestHandler = (request, _response, next) => {
  if (request.url.includes('%00')) throw new AppError('malformed-body', 'The address holds what is no text.');
  next();
};
