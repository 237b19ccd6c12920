import type { ServerEvents } from '../ops/events/server-events.ts';
import type { Identity } from './identity-contract.ts';

/** Tells listeners in all processes of the users some of whose sessions were ended. */
export function createRevokedUsers(events: Pick<ServerEvents, 'tell' | 'on'>): Pick<Identity, 'tellRevoked' | 'onRevoke'> {
  return {
    tellRevoked: (userId) => events.tell('sessions-ended', { userId }),
    onRevoke: (listener) => events.on('sessions-ended', ({ userId }) => listener(userId)),
  };
}
