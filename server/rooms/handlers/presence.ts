import type { CursorRequest, ProfileRequest } from '../../../shared/room/messages.ts';
import type { RoomClient, RoomContext } from '../room-context.ts';

/** Moves a member's cursor. However often it comes, others see it at the rate of the state patches, 20 a second. */
export function handleCursor(room: RoomContext, client: RoomClient, cursor: CursorRequest): void {
  room.memberOf(client)?.assign(cursor);
}

export function handleProfile(room: RoomContext, client: RoomClient, { name }: ProfileRequest): Promise<void> {
  return room.rename(client, name);
}
