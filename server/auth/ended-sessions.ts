import type { SessionService } from '../services/accounts/session-service.ts';
import { guestSession } from './guest-cookie.ts';
import type { Identity } from './identity-contract.ts';

/** Creates the check of which sessions have ended, by the keys that identify them (`SessionOfUser`). */
export function createEndedSessions(sessions: Pick<SessionService, 'endedAmong'>): Identity['endedAmong'] {
  return async (keys) => {
    const guestIds = keys.flatMap((key) => guestSession.idIn(key) ?? []);
    const hashes = keys.filter((key) => guestSession.idIn(key) === null);
    if (keys.length === 0) return new Set();
    const ended = await sessions.endedAmong(hashes, guestIds);
    return new Set([...ended.hashes, ...ended.guestIds.map((id) => guestSession.of({ id }))]);
  };
}
