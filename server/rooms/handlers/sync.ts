import type { PingRequest } from '../../../shared/room/messages.ts';
import type { RoomClient, RoomContext } from '../room-context.ts';

/** Tells the state of the run again, to a page that lost it. */
export function handleResync(room: RoomContext, client: RoomClient): Promise<void> {
  return room.welcome(client);
}

export function handlePing(room: RoomContext, client: RoomClient, { sentAt, needMs }: PingRequest): void {
  client.userData!.needMs = needMs ?? 0;
  client.send('pong', { sentAt, ...room.time });
}
