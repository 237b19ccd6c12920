import type { RequestHandler } from 'express';
import type { GuestService } from '../services/accounts/guest-service.ts';
import { sessionEnded, type SessionService } from '../services/accounts/session-service.ts';
import type { DeviceCookies } from './device-cookies.ts';
import { isSafe } from './fetch-site.ts';
import type { createHttpSessions } from './http-sessions.ts';
import type { Identity } from './identity-contract.ts';
import { isGuest } from './sender-lookup.ts';

/** Begins and ends the session of a request, and checks that it has not ended meanwhile. */
export function createLiveSessions(options: {
  sessions: SessionService;
  guests: GuestService;
  devices: DeviceCookies;
  http: ReturnType<typeof createHttpSessions>;
  tellRevoked: Identity['tellRevoked'];
}): Pick<Identity, 'recheck' | 'enter' | 'leave' | 'ensureLive' | 'signedInAt' | 'confirm' | 'signOutEverywhere'> {
  const { sessions, guests, devices, http, tellRevoked } = options;

  const ensureLive: Identity['ensureLive'] = async (request) => {
    if (await http.hasEnded(request)) throw sessionEnded();
  };

  const leave: Identity['leave'] = async (request) => {
    if (request.user && isGuest(request.user)) await guests.spend(request.user.id);
    await http.end(request);
    // Responses that browsers keep until they ask again, as private universes, do not stay on the device.
    request.res?.clearCookie(http.name, http.cookie).set('Clear-Site-Data', '"cache"');
    if (request.user) tellRevoked(request.user.id);
  };

  const recheck: RequestHandler = (request, _response, next) => {
    if (isSafe(request.method)) return next();
    ensureLive(request).then(() => next(), next);
  };

  return {
    recheck,
    ensureLive,
    leave,

    async enter(request, user) {
      await http.begin(request, user);
      if (user.accountSince !== null) devices.remember(request, user);
    },

    signedInAt: ({ session: opened }) => opened?.signedInAt ?? 0,

    async confirm(request) {
      await ensureLive(request);
      request.session.signedInAt = Date.now();
      await http.save(request);
    },

    async signOutEverywhere(request, { id }) {
      await sessions.endAllOf(id);
      await leave(request);
      tellRevoked(id);
    },
  };
}
