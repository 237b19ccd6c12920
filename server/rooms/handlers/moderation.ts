import type { MuteRequest, RoleRequest, SeeOffRequest } from '../../../shared/room/moderation.ts';
import type { MemberState } from '../../../shared/room/state.ts';
import { mayDo } from '../../auth/policy.ts';
import type { RoomClient, RoomContext } from '../room-context.ts';
import { memberRefusal, namedMember } from './named-member.ts';

/** The member whom an act is about. @throws AppError where they are not here, or are one whom nothing may be done to. */
function subjectOf(room: RoomContext, client: RoomClient, memberId: string): MemberState {
  const member = namedMember(room, memberId);
  if (member === room.memberOf(client)) throw memberRefusal(memberId, 'This is you.', 'must be somebody else');
  if (member.role === 'owner') throw memberRefusal(memberId, 'The owner of a universe stays its owner.', 'must not be the owner');
  return member;
}

export function handleMute(room: RoomContext, client: RoomClient, { memberId, isMuted }: MuteRequest): void {
  room.gathering.mute(subjectOf(room, client, memberId).id, isMuted);
}

export function handleSeeOff(room: RoomContext, client: RoomClient, { memberId }: SeeOffRequest): void {
  room.gathering.seeOff(subjectOf(room, client, memberId).id);
}

/** The owner gives roles; an editor may let those take part who only watch. */
export function handleRole(room: RoomContext, client: RoomClient, { memberId, role }: RoleRequest): void {
  const member = subjectOf(room, client, memberId);
  if (!mayDo(client.auth!.role, 'room.moderate') && member.role !== 'spectator') {
    throw memberRefusal(memberId, 'Only the owner changes what others may do.', 'must be somebody who only watches');
  }
  room.gathering.giveRole(member.id, role);
}
