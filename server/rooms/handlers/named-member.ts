import { AppError } from '../../../shared/api/errors.ts';
import type { MemberState } from '../../../shared/room/state.ts';
import type { RoomContext } from '../room-context.ts';

/** Returns the error for an action on the member that a message names. */
export function memberRefusal(
  memberId: string,
  message: string,
  rule: string,
  code: 'not-found' | 'not-allowed' = 'not-allowed',
): AppError {
  return new AppError(code, message, { issues: [{ path: 'memberId', rule, value: memberId }] });
}

/** Returns the member that a message names. @throws AppError `not-found` if they are not in the room */
export function namedMember(room: RoomContext, memberId: string): MemberState {
  const member = room.state.members.get(memberId);
  if (!member) throw memberRefusal(memberId, 'They are not here any more.', 'must be somebody who is here', 'not-found');
  return member;
}
