import type { AppError } from '../../../shared/api/errors.ts';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { MemberState } from '../../../shared/room/state.ts';
import type { RoomContext } from '../room-context.ts';

type MemberRefusal =
  | 'follows-spectator'
  | 'hand-of-other'
  | 'lowers-hand-of-other'
  | 'member-left'
  | 'presenter-by-owner'
  | 'presenter-is-spectator'
  | 'role-by-owner'
  | 'targets-owner'
  | 'targets-yourself';
type MemberRule =
  | 'member-editor'
  | 'member-is-owner'
  | 'member-is-you'
  | 'member-not-here'
  | 'member-not-you'
  | 'member-spectator'
  | 'owner-only';

/** Why nothing is done about the member whom a message names. */
export function memberRefusal(memberId: string, reason: MemberRefusal, broken: MemberRule): AppError {
  return refuse(reason, {}, { issues: [fieldIssue('memberId', memberId, broken)] });
}

/** Returns the member that a message names. @throws AppError `not-found` if they are not in the room */
export function namedMember(room: RoomContext, memberId: string): MemberState {
  const member = room.state.members.get(memberId);
  if (!member) throw memberRefusal(memberId, 'member-left', 'member-not-here');
  return member;
}
