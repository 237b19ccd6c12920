import { crowdSize, messageBudget, maxDelayMs } from '../../../shared/room/rates.ts';
import { createTokenBucket } from '../../../shared/room/token-bucket.ts';
import { newId } from '../../services/ids.ts';
import { present } from '../run/beat.ts';
import type { Connection, RoomClient } from './room-client.ts';
import { seatIdLength } from '../room-limits.ts';

/** Creates the data that a room keeps of a new connection. */
export function newConnection(memberId: string): Connection {
  const budget = createTokenBucket(messageBudget, present);
  return { memberId, welcomed: false, reportedTick: 0, budget, dismissed: false, needMs: 0, welcomeBytes: 0, dropReason: null };
}

/** Replaces the reconnection token of Colyseus, which has 54 bits, by a longer one. */
export function strengthenToken(client: RoomClient): void {
  client.reconnectionToken = newId(seatIdLength);
}

export const isSpectator = (client: RoomClient): boolean => client.auth!.role === 'spectator';

export const isPlayer = (client: RoomClient): boolean => !isSpectator(client);

/** Returns the clients that were sent the state of the run, by how often they get batches. */
export function welcomedOf(clients: readonly RoomClient[]): { players: RoomClient[]; spectators: RoomClient[] } {
  const welcomed = { players: [] as RoomClient[], spectators: [] as RoomClient[] };
  for (const client of clients) {
    if (client.userData?.welcomed) welcomed[isSpectator(client) ? 'spectators' : 'players'].push(client);
  }
  return welcomed;
}

export const isCrowd = (clients: readonly RoomClient[]): boolean => clients.length > crowdSize;

/**
 * Returns the delay of all members but spectators behind the room's clock: that of the worst connection, so that all hear at the same time.
 */
export function commonDelayMs(clients: readonly RoomClient[]): number {
  const needs = clients.filter(isPlayer).map((client) => client.userData?.needMs ?? 0);
  return Math.min(maxDelayMs, Math.max(0, ...needs));
}
