import type { PingRequest } from '../../../shared/room/messages.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';

/** Tells the state of the run again, to a page that lost it. */
export function handleResync(room: RoomContext, client: RoomClient): Promise<void> {
  return room.welcome(client);
}

/** Tells all of the run, for a recording of what was before somebody came, or where a snapshot did not come. */
export function handleLog(room: RoomContext, client: RoomClient): void {
  room.tellLog(client);
}

export function handlePing(room: RoomContext, client: RoomClient, { sentAt, needMs }: PingRequest): void {
  client.userData!.needMs = needMs ?? 0;
  client.send('pong', { sentAt, ...room.time });
}
