import type { Deferred } from '@colyseus/core';
import type { RoomClient } from './room-client.ts';

/** Disconnected members, while they may still reconnect. */
export interface DroppedConnections {
  readonly clients: Iterable<RoomClient>;
  waitFor(client: RoomClient, reconnection: Deferred): void;
  /** Stops waiting for a member. */
  dispel(client: RoomClient): void;
  /** Stops waiting for all members of a user who has joined again. */
  dispelAllOf(userId: string): void;
}

export function createDroppedConnections(): DroppedConnections {
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
