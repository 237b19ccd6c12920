import type { EditRequest } from '../../../shared/room/messages.ts';
import type { RoomClient, RoomContext } from '../room-context.ts';

/** Hands an edit to the log; the answer comes as `edits`, `refused` or `acknowledged`. */
export function handleEdit(room: RoomContext, client: RoomClient, request: EditRequest): void {
  room.log.submit({ memberId: client.userData!.memberId, userId: client.auth!.userId }, request);
}
