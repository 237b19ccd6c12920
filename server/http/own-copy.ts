import type { RequestHandler } from 'express';

/** What the API tells depends on who asks and on the moment: nobody keeps it for another, and whoever keeps it asks whether it still holds. */
export const ownCopy: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-cache');
  next();
};
