import type { PingRequest } from '../../../shared/room/messages.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';

/** Sends the state of the run again, to a page that lost it. */
export function handleResync(room: RoomContext, client: RoomClient): Promise<void> {
  return room.welcome(client);
}

/** Sends the whole edit log, for a recording of the time before a member joined, or if a snapshot did not arrive. */
export function handleLog(room: RoomContext, client: RoomClient): void {
  room.tellLog(client);
}

export function handlePing(room: RoomContext, client: RoomClient, { sentAt, needMs }: PingRequest): void {
  client.userData!.needMs = needMs ?? 0;
  client.send('pong', { sentAt, ...room.time });
}
