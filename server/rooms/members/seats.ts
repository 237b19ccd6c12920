import { refuse } from '../../../shared/refusals/refuse.ts';
import { mostPlayers, mostSpectators } from '../../../shared/room/rates.ts';
import { isPlayer, isSpectator } from './members.ts';
import type { Admission, RoomClient } from './room-client.ts';

/**
 * Who watches takes no place of who plays. A room has no other limit: where a room is full, Colyseus would open another one for
 * the same universe, which would end the first. @throws AppError `unavailable` where there is no place for somebody.
 */
export function refuseWhereFull(clients: readonly RoomClient[], { role }: Pick<Admission, 'role'>): void {
  const watches = role === 'spectator';
  const taken = clients.filter(watches ? isSpectator : isPlayer).length;
  if (taken < (watches ? mostSpectators : mostPlayers)) return;
  throw refuse(watches ? 'spectators-full' : 'room-full');
}
