import type { CursorRequest, ProfileRequest } from '../../../shared/room/messages.ts';
import type { AttendRequest, FollowRequest, View } from '../../../shared/room/presence.ts';
import { mayDo } from '../../auth/policy.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';
import { memberRefusal, namedMember } from './named-member.ts';

/** Moves a member's cursor. The room relays cursors at its own rate. */
export function handleCursor(room: RoomContext, client: RoomClient, { x, y, z, visible, editing }: CursorRequest): void {
  const member = room.memberOf(client);
  if (!member) return;
  if (member.editing !== editing) member.editing = editing;
  room.gathering.cursors.move(member.id, visible ? [x, y, z] : null);
}

export function handleProfile(room: RoomContext, client: RoomClient, { name }: ProfileRequest): Promise<void> {
  return room.rename(client, name);
}

export function handleAttend(room: RoomContext, client: RoomClient, request: AttendRequest): void {
  room.memberOf(client)?.assign(request);
}

/** Makes the sender follow the view of a member. */
export function handleFollow(room: RoomContext, client: RoomClient, { memberId }: FollowRequest): void {
  const member = room.memberOf(client);
  if (!member) return;
  if (memberId !== '') {
    const leader = namedMember(room, memberId);
    if (leader === member) throw memberRefusal(memberId, 'targets-yourself', 'member-is-you');
    if (!mayDo(leader.role, 'room.point')) {
      throw memberRefusal(memberId, 'follows-spectator', 'member-editor');
    }
  }
  member.following = memberId;
}

/** Sets the presenter: the owner sets any or none, the presenter may stop. */
export function handlePresent(room: RoomContext, client: RoomClient, { memberId }: FollowRequest): void {
  const isStopping = memberId === '' && room.state.presenterId === client.userData!.memberId;
  if (!isStopping && !mayDo(client.auth!.role, 'room.present')) {
    throw memberRefusal(memberId, 'presenter-by-owner', 'owner-only');
  }
  if (memberId !== '' && !mayDo(namedMember(room, memberId).role, 'room.point')) {
    throw memberRefusal(memberId, 'presenter-is-spectator', 'member-editor');
  }
  room.gathering.present(memberId);
}

/** Relays a view to followers. Without followers nothing is sent: the sender may not know yet that the last one stopped following. */
export function handleView(room: RoomContext, client: RoomClient, view: View): void {
  room.gathering.show(client.userData!.memberId, view);
}
