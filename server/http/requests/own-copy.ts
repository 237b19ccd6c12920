import type { RequestHandler } from 'express';

/** Paths below the API's prefix that are for the caller alone: accounts, sessions, notifications, exports, the state of the server. */
const personal = /^\/(?:me|auth|admin)(?:\/|$)/;

/**
 * Sets the caching of the API. Its answers depend on the caller and on the time: no shared cache stores them, and a browser revalidates its
 * copy. Personal ones are not stored at all, so that none are left on a device after signing out.
 */
export const ownCopy: RequestHandler = (request, response, next) => {
  response.set('Cache-Control', personal.test(request.path) ? 'no-store' : 'private, no-cache');
  next();
};
