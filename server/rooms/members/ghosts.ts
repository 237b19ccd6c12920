import type { Deferred } from '@colyseus/core';
import type { RoomClient } from './room-client.ts';

/** Members whose connection dropped, as long as they are waited for. */
export interface Ghosts {
  readonly clients: Iterable<RoomClient>;
  waitFor(client: RoomClient, reconnection: Deferred): void;
  /** Waits no longer for one of them. */
  dispel(client: RoomClient): void;
  /** Waits no longer for any of a user: they are back, on a new connection. */
  dispelAllOf(userId: string): void;
}

export function createGhosts(): Ghosts {
  const waiting = new Map<RoomClient, Deferred>();
  const dispel = (client: RoomClient) => void waiting.get(client)?.reject();
  return {
    get clients() {
      return waiting.keys();
    },
    waitFor(client, reconnection) {
      waiting.set(client, reconnection);
      const settled = () => void waiting.delete(client);
      reconnection.then(settled, settled);
    },
    dispel,
    dispelAllOf(userId) {
      for (const client of waiting.keys()) if (client.auth!.userId === userId) dispel(client);
    },
  };
}
