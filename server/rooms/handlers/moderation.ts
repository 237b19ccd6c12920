import type { MuteRequest, RoleRequest, KickRequest } from '../../../shared/room/moderation.ts';
import { mayDo } from '../../auth/policy.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';
import { memberRefusal, namedMember } from './named-member.ts';

/**
 * Returns the id of the user whom an action is about, on all their connections.
 * @throws AppError if they are not in the room, or are the sender or the owner
 */
function subjectOf(room: RoomContext, client: RoomClient, memberId: string): string {
  const userId = room.gathering.userIdOf(namedMember(room, memberId).id)!;
  if (userId === client.auth!.userId) throw memberRefusal(memberId, 'targets-yourself', 'member-is-you');
  if (userId === room.rights.universe.ownerId) {
    throw memberRefusal(memberId, 'targets-owner', 'member-is-owner');
  }
  return userId;
}

export function handleMute(room: RoomContext, client: RoomClient, { memberId, isMuted }: MuteRequest): Promise<void> {
  room.gathering.mute(subjectOf(room, client, memberId), isMuted);
  return room.decisions.keep();
}

export function handleKick(room: RoomContext, client: RoomClient, { memberId }: KickRequest): Promise<void> {
  room.rights.kick(subjectOf(room, client, memberId));
  return room.decisions.keep();
}

/** Changes a role in the room. The owner may give any; an editor may let spectators take part, except those with a role by name. */
export function handleRole(room: RoomContext, client: RoomClient, { memberId, role }: RoleRequest): Promise<void> {
  const userId = subjectOf(room, client, memberId);
  if (!mayDo(client.auth!.role, 'room.moderate')) {
    const isNamed = Object.hasOwn(room.rights.universe.collaborators, userId);
    if (isNamed || !room.gathering.onlyWatches(userId)) {
      throw memberRefusal(memberId, 'role-by-owner', 'member-spectator');
    }
  }
  room.gathering.giveRole(userId, role, client.auth!.userId);
  return room.decisions.keep();
}
