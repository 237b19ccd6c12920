import type { CookieOptions, Request, RequestHandler } from 'express';
import { refuse } from '../../shared/refusals/refuse.ts';
import { type GuestService, unstoredGuest } from '../services/accounts/guest-service.ts';
import type { User } from '../services/accounts/user-service.ts';
import { isFromOtherSite, isSafe } from './fetch-site.ts';
import { type createGuestCookies, guestCookieMs } from './guest-cookie.ts';
import type { Identity } from './identity-contract.ts';

/** Handles requests of guests with only a cookie and of strangers: they are stored with the first content that is stored for them. */
export function createGuestVisits(options: {
  guests: GuestService;
  guestCookies: ReturnType<typeof createGuestCookies>;
  name: string;
  cookie: CookieOptions;
  enter: Identity['enter'];
}) {
  const { guests, guestCookies, name, cookie, enter } = options;
  const required: RequestHandler = (request, response, next) => {
    if (!isSafe(request.method)) return next();
    const { user, session: current } = request;
    const pass = guestCookies.read(request.headers.cookie);
    const guest = user ?? unstoredGuest(guestCookies.newId(), Date.now());
    request.user = guest;
    const isNamed = user !== undefined && (current !== undefined || (pass !== null && !guestCookies.isOld(pass)));
    // A request from a page of another site must not replace the identity.
    if (!isNamed && !isFromOtherSite(request.headers)) {
      response.cookie(name, guestCookies.issue(guest.id), { ...cookie, maxAge: guestCookieMs });
    }
    next();
  };

  const keeping: Identity['keeping'] = async (request, act, holdBack) => {
    const { user } = request;
    if (user && request.session) return act(user);
    await holdBack();
    const kept =
      (user && (await guests.keep(user.id, act))) ??
      // The guest signed out meanwhile, or has become an account: the request is then from a stranger.
      (await guests.keep(guestCookies.newId(), act));
    if (kept!.isStored) await enter(request, kept!.user);
    return kept!.result;
  };

  return {
    required,
    keeping,

    /** Stores a guest who has only a cookie, and begins their session. */
    async store(request: Request, user: User): Promise<void> {
      const kept = await guests.keep(user.id, (stored) => enter(request, stored));
      if (!kept) throw refuse('changed-during-request');
    },
  };
}
