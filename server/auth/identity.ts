import type { ServerEvents } from '../ops/events/server-events.ts';
import type { Accounts } from '../services/accounts/accounts.ts';
import type { GuestService } from '../services/accounts/guest-service.ts';
import type { SessionService } from '../services/accounts/session-service.ts';
import type { UserService } from '../services/accounts/user-service.ts';
import { guestCookieKey } from '../services/secrets/derived-keys.ts';
import { hashOfSecret } from '../services/secrets/secrets.ts';
import type { DeviceCookies } from './device-cookies.ts';
import { createEndedSessions } from './ended-sessions.ts';
import { createGuestCookies } from './guest-cookie.ts';
import { createGuestVisits } from './guest-visits.ts';
import { createHttpSessions } from './http-sessions.ts';
import type { Identity } from './identity-contract.ts';
import { createLiveSessions } from './live-sessions.ts';
import { networkOf } from './network.ts';
import { createPendingSignIns } from './pending-sign-ins.ts';
import { createRevokedUsers } from './revoked-users.ts';
import { createSenderLookup, isGuest } from './sender-lookup.ts';

/** Identifies the user who sends a request: an account or a guest by a session, or a guest by a cookie alone. */
export function createIdentity(options: {
  sessions: SessionService;
  users: UserService;
  accounts: Accounts;
  guests: GuestService;
  secret: string;
  secureCookies: boolean;
  devices: DeviceCookies;
  events: Pick<ServerEvents, 'tell' | 'on'>;
}): Identity {
  const { sessions, users, accounts, guests, devices, events } = options;
  const senderOf: Identity['senderOf'] = (request) => ({
    network: networkOf(request.ip),
    knownAs: (user) => devices.knownAs(request, user),
    // The type says that it is always there.
    sessionKey: (request.session as object | undefined) && hashOfSecret(request.sessionID),
  });

  const http = createHttpSessions({ ...options, senderOf });
  const guestCookies = createGuestCookies(guestCookieKey(options.secret), http.name);
  const revoked = createRevokedUsers(events);
  const { tellRevoked } = revoked;
  const live = createLiveSessions({ sessions, guests, devices, http, tellRevoked });
  const { enter, ensureLive } = live;
  const visits = createGuestVisits({ guests, guestCookies, cookie: http.cookie, name: http.name, enter });

  return {
    ...createSenderLookup({ users, guests, guestCookies, http }),
    ...live,
    ...createPendingSignIns({ sessions, http, visits, ensureLive }),
    ...revoked,
    required: visits.required,
    keeping: visits.keeping,
    senderOf,
    checkCredentials: http.checkCredentials,
    forget: sessions.forget,
    endedAmong: createEndedSessions(sessions),

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
      if (isRevoked) tellRevoked(guest!.id);
      return account;
    },
  };
}
