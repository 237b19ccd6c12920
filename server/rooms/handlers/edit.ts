import type { AppError } from '../../../shared/api/errors.ts';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { EditRequest } from '../../../shared/room/messages.ts';
import { mayDo } from '../../auth/policy.ts';
import { refuseLocked } from '../../services/documents/locks.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';
import { notAllowed } from './not-allowed.ts';

/** Submits an edit to the log; the answer is `edits`, `refused` or `acknowledged`. */
export function handleEdit(room: RoomContext, client: RoomClient, request: EditRequest): void {
  const author = { memberId: client.userData!.memberId, userId: client.auth!.userId };
  // Checked when its turn comes: an edit that was accepted before a lock was set is repeated, not rejected.
  room.log.submit(author, request, () => {
    if (client.userData!.dismissed || !mayDo(client.auth!.role, 'room.edit')) return notAllowed('edit', 'room.edit');
    if (request.edit.kind === 'note.press' && room.memberOf(client)?.muted) return muted('edit.kind');
    return client.auth!.role === 'owner' ? null : refuseLocked(request.edit, [...room.state.locks]);
  });
}

/** Returns the error for a message of a muted member. */
export function muted(path: string): AppError {
  return refuse('muted', {}, { issues: [fieldIssue(path, null, 'member-muted')] });
}
