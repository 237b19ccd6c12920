import { EventEmitter } from 'node:events';
import type { Identity } from './identity-contract.ts';

/** Tells listeners of the users some of whose sessions were ended. */
export function createRevokedUsers(): Pick<Identity, 'tellRevoked' | 'onRevoke'> {
  const revoked = new EventEmitter<{ revoked: [string] }>().setMaxListeners(0);
  return {
    tellRevoked: (userId) => void revoked.emit('revoked', userId),
    onRevoke(listener) {
      revoked.on('revoked', listener);
      return () => revoked.off('revoked', listener);
    },
  };
}
