import type { TransportRequest } from '../../../shared/room/messages.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';

/** Plays or pauses, for all members. */
export function handleTransport(room: RoomContext, _client: RoomClient, { playing }: TransportRequest): void {
  room.setPlaying(playing);
}
