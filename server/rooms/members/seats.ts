import { refuse } from '../../../shared/refusals/refuse.ts';
import { maxPlayers, maxSpectators } from '../../../shared/room/rates.ts';
import { isPlayer, isSpectator } from './members.ts';
import type { Admission, RoomClient } from './room-client.ts';

/**
 * Rejects a user for whom the room has no seat. Spectators have a limit of their own. Colyseus has none: if a room were full, it would open
 * another one for the same universe, which would end the first.
 * @throws AppError `unavailable` if there is no seat left.
 */
export function refuseWhereFull(clients: readonly RoomClient[], { role }: Pick<Admission, 'role'>): void {
  const watches = role === 'spectator';
  const taken = clients.filter(watches ? isSpectator : isPlayer).length;
  if (taken < (watches ? maxSpectators : maxPlayers)) return;
  throw refuse(watches ? 'spectators-full' : 'room-full');
}
