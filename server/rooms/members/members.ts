import { crowdSize, messageBudget, mostDelayMs } from '../../../shared/room/rates.ts';
import { createTokenBucket } from '../../../shared/room/token-bucket.ts';
import { newId } from '../../services/ids.ts';
import { present } from '../run/beat.ts';
import type { Connection, RoomClient } from './room-client.ts';
import { seatIdLength } from '../room-limits.ts';

/** What a room keeps of a connection that has just come. */
export function newConnection(memberId: string): Connection {
  const budget = createTokenBucket(messageBudget, present);
  return { memberId, welcomed: false, reportedTick: 0, budget, dismissed: false, needMs: 0, welcomeBytes: 0 };
}

/** Gives a connection another token to come back with than Colyseus does, whose tokens are of 54 bits. */
export function strengthenToken(client: RoomClient): void {
  client.reconnectionToken = newId(seatIdLength);
}

export const isSpectator = (client: RoomClient): boolean => client.auth!.role === 'spectator';

export const isPlayer = (client: RoomClient): boolean => !isSpectator(client);

/** Those who know how the run stands, by how often they are told. */
export function welcomedOf(clients: readonly RoomClient[]): { players: RoomClient[]; spectators: RoomClient[] } {
  const welcomed = { players: [] as RoomClient[], spectators: [] as RoomClient[] };
  for (const client of clients) {
    if (client.userData?.welcomed) welcomed[isSpectator(client) ? 'spectators' : 'players'].push(client);
  }
  return welcomed;
}

export const isCrowd = (clients: readonly RoomClient[]): boolean => clients.length > crowdSize;

/** How far behind the room's clock all who play stay: what the one needs whose line is the worst, so that all hear at the same time. */
export function commonDelayMs(clients: readonly RoomClient[]): number {
  const needs = clients.filter(isPlayer).map((client) => client.userData?.needMs ?? 0);
  return Math.min(mostDelayMs, Math.max(0, ...needs));
}
