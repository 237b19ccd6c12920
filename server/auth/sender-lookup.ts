import type { RequestHandler } from 'express';
import type { GuestService } from '../services/accounts/guest-service.ts';
import type { User, UserService } from '../services/accounts/user-service.ts';
import { hashOfSecret } from '../services/secrets/secrets.ts';
import { type createGuestCookies, guestSession } from './guest-cookie.ts';
import type { createHttpSessions } from './http-sessions.ts';
import type { Identity } from './identity-contract.ts';
import { accountStatusOf } from './policy.ts';

export const isGuest = (user: User): boolean => accountStatusOf(user) === 'guest';

/** Finds the user whom a cookie or an id names: an account or a guest by a session, or a guest by a cookie alone. */
export function createSenderLookup(options: {
  users: UserService;
  guests: GuestService;
  guestCookies: ReturnType<typeof createGuestCookies>;
  http: ReturnType<typeof createHttpSessions>;
}): Pick<Identity, 'middleware' | 'userOf' | 'sessionOf' | 'find' | 'findPublic'> {
  const { users, guests, guestCookies, http } = options;

  const sessionOf: Identity['sessionOf'] = async (cookie) => {
    const pass = guestCookies.read(cookie);
    if (pass) {
      const guest = await guests.find(pass.id, pass.issuedMs);
      return guest && { sessionId: guestSession.of(guest), user: guest };
    }
    const stored = await http.storedOf(cookie);
    const user = stored && (await users.find(stored.userId));
    return user && { sessionId: isGuest(user) ? guestSession.of(user) : hashOfSecret(stored.sid), user };
  };

  const unstored = (userId: string): Promise<User | null> | null => {
    const sinceMs = guestCookies.sinceOf(userId);
    return sinceMs === null ? null : guests.find(userId, sinceMs);
  };

  // A request without a cookie has no user yet, and needs no session to be read.
  const middleware: RequestHandler = (request, response, next) => {
    const { cookie: header } = request.headers;
    const pass = guestCookies.read(header);
    if (!header?.includes(`${http.name}=`)) next();
    else if (!pass) void http.open(request, response, next);
    else {
      guests.find(pass.id, pass.issuedMs).then((guest) => {
        if (guest) request.user = guest;
        next();
      }, next);
    }
  };

  return {
    middleware,
    sessionOf,
    userOf: async (cookie) => (await sessionOf(cookie))?.user ?? null,
    find: async (userId) => (await users.find(userId)) ?? unstored(userId),
    findPublic: async (userId) => (await users.findPublic(userId)) ?? unstored(userId),
  };
}
