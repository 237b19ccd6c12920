import { EventEmitter } from 'node:events';
import type { GuestService } from '../services/accounts/guest-service.ts';
import { hashOfSecret } from '../services/secrets/secrets.ts';
import { sessionEnded, type SessionService } from '../services/accounts/session-service.ts';
import type { User, UserService } from '../services/accounts/user-service.ts';
import type { Accounts } from '../services/accounts/accounts.ts';
import { guestCookieKey } from '../services/secrets/derived-keys.ts';
import type { DeviceCookies } from './device-cookies.ts';
import { isSafe } from './fetch-site.ts';
import { createGuestCookies, guestSession } from './guest-cookie.ts';
import { createGuestVisits } from './guest-visits.ts';
import type { Identity } from './identity-contract.ts';
import type { Arrival } from './providers.ts';
import { networkOf } from './network.ts';
import { standingOf } from './policy.ts';
import { createHttpSessions } from './http-sessions.ts';

const isGuest = (user: User): boolean => standingOf(user) === 'guest';

/** Who sends a request: an account or a guest by a session, or a guest by a cookie alone. */
export function createIdentity(options: {
  sessions: SessionService;
  users: UserService;
  accounts: Accounts;
  guests: GuestService;
  secret: string;
  secureCookies: boolean;
  devices: DeviceCookies;
}): Identity {
  const { sessions, users, accounts, guests, devices } = options;
  const revoked = new EventEmitter<{ revoked: [string] }>().setMaxListeners(0);

  const senderOf: Identity['senderOf'] = (request) => ({
    network: networkOf(request.ip),
    knownAs: (user) => devices.knownAs(request, user),
    // Typed as if it were always there.
    sessionKey: (request.session as object | undefined) && hashOfSecret(request.sessionID),
  });

  const http = createHttpSessions({ ...options, senderOf });
  const { name, cookie } = http;
  const guestCookies = createGuestCookies(guestCookieKey(options.secret), name);

  const enter: Identity['enter'] = async (request, user) => {
    await http.begin(request, user);
    if (user.accountSince !== null) devices.remember(request, user);
  };
  const visits = createGuestVisits({ guests, guestCookies, cookie, name, enter });
  const leave: Identity['leave'] = async (request) => {
    if (request.user && isGuest(request.user)) await guests.spend(request.user.id);
    await http.end(request);
    // What browsers keep to ask whether it still holds, as private universes, does not stay on the device.
    request.res?.clearCookie(name, cookie).set('Clear-Site-Data', '"cache"');
    if (request.user) revoked.emit('revoked', request.user.id);
  };
  const ensureLive: Identity['ensureLive'] = async (request) => {
    if (await http.hasEnded(request)) throw sessionEnded();
  };

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

  return {
    // Who has no cookie is no one yet, and needs no session to be read for.
    middleware(request, response, next) {
      const { cookie: header } = request.headers;
      const pass = guestCookies.read(header);
      if (!header?.includes(`${name}=`)) next();
      else if (!pass) void http.open(request, response, next);
      else {
        guests.find(pass.id, pass.issuedMs).then((guest) => {
          if (guest) request.user = guest;
          next();
        }, next);
      }
    },

    recheck(request, _response, next) {
      if (isSafe(request.method)) return next();
      ensureLive(request).then(() => next(), next);
    },

    required: visits.required,

    keeping: visits.keeping,

    userOf: async (cookie) => (await sessionOf(cookie))?.user ?? null,

    sessionOf,

    async find(userId) {
      const sinceMs = guestCookies.sinceOf(userId);
      return (await users.find(userId)) ?? (sinceMs === null ? null : guests.find(userId, sinceMs));
    },

    checkCredentials: http.checkCredentials,

    async admit(request, way, find) {
      const guest = request.user && isGuest(request.user) ? request.user : null;
      const account = await find(guest?.id ?? null);
      await ensureLive(request);
      const isAnother = guest !== null && guest.id !== account.id;
      const { sessionKey } = senderOf(request);
      if (isAnother) await accounts.absorbGuest(guest.id, account.id, sessionKey);
      const isRevoked = isAnother || (guest !== null && (await accounts.endOtherSessionsOf(guest.id, sessionKey)));
      if (way !== null) await sessions.noteSignIn(account.id, way);
      await enter(request, account);
      if (isRevoked) revoked.emit('revoked', guest!.id);
      return account;
    },

    enter,

    leave,

    ensureLive,

    signedInAt: ({ session: opened }) => opened?.signedInAt ?? 0,

    async confirm(request) {
      await ensureLive(request);
      request.session.signedInAt = Date.now();
      await http.save(request);
    },

    senderOf,

    async keepArrival(request, arrival) {
      // The session takes the place of the cookie that says who they are.
      if (request.user && !request.session) await visits.store(request, request.user);
      await http.ensure(request);
      await ensureLive(request);
      if (!request.user) {
        request.session.isAwaited = true;
        await http.save(request);
      }
      await sessions.putPendingSignIn(request.sessionID, arrival);
    },

    async takeArrival(request) {
      await http.ensure(request);
      return ((await sessions.takePendingSignIn(request.sessionID)) as Arrival | null) ?? undefined;
    },

    tellRevoked: (userId) => void revoked.emit('revoked', userId),

    async signOutEverywhere(request, { id }) {
      await sessions.endAllOf(id);
      await leave(request);
      revoked.emit('revoked', id);
    },

    onRevoke(listener) {
      revoked.on('revoked', listener);
      return () => revoked.off('revoked', listener);
    },

    forget: sessions.forget,
  };
}
