import type { SessionService } from '../services/accounts/session-service.ts';
import type { createGuestVisits } from './guest-visits.ts';
import type { createHttpSessions } from './http-sessions.ts';
import type { Identity } from './identity-contract.ts';
import type { ProviderSignIn } from './providers.ts';

/** Keeps with the session of a request that its user is away at an identity provider. */
export function createPendingSignIns(options: {
  sessions: SessionService;
  http: ReturnType<typeof createHttpSessions>;
  visits: ReturnType<typeof createGuestVisits>;
  ensureLive: Identity['ensureLive'];
}): Pick<Identity, 'keepArrival' | 'takeArrival'> {
  const { sessions, http, visits, ensureLive } = options;
  return {
    async keepArrival(request, arrival) {
      // The session replaces the cookie that identifies the guest.
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
      return ((await sessions.takePendingSignIn(request.sessionID)) as ProviderSignIn | null) ?? undefined;
    },
  };
}
