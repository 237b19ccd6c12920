import type { MemberRole } from '../../shared/room/messages.ts';
import { hiddenCloseCode } from '../../shared/room/names.ts';
import { crowdSize, mostDelayMs } from '../../shared/room/rates.ts';
import type { Admission, RoomClient, RoomContext } from './room-context.ts';

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

/** Gives everybody the role that they have now, and lets go whoever may no longer be here. */
export function giveRoles(
  room: Pick<RoomContext, 'memberOf'> & { readonly clients: readonly RoomClient[] },
  roleOf: (admission: Admission) => MemberRole | null,
): void {
  for (const client of room.clients) {
    const role = roleOf(client.auth!);
    const member = room.memberOf(client);
    if (role === null) client.leave(hiddenCloseCode, 'There is no such universe.');
    else Object.assign(client.auth!, { role });
    if (role !== null && member) member.role = role;
  }
}

/** Closes the connections of somebody whose sessions were ended. Pages come back by themselves, with a cookie that still holds or not at all. */
export function letGo(clients: readonly RoomClient[], userId: string): void {
  for (const client of clients) if (client.auth!.userId === userId) client.leave();
}
