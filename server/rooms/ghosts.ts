import type { Deferred } from '@colyseus/core';
import type { RoomClient } from './room-context.ts';

/** Members whose connection dropped, as long as they are waited for. */
export interface Ghosts {
  waitFor(client: RoomClient, reconnection: Deferred): void;
  /** Waits no longer for any of somebody: they are back, on a new connection. */
  dispel(userId: string): void;
}

export function createGhosts(): Ghosts {
  const waiting = new Map<RoomClient, Deferred>();
  return {
    waitFor(client, reconnection) {
      waiting.set(client, reconnection);
      const settled = () => void waiting.delete(client);
      reconnection.then(settled, settled);
    },
    dispel(userId) {
      for (const [client, reconnection] of waiting) if (client.auth!.userId === userId) reconnection.reject();
    },
  };
}
