import type { AppError } from '../../../shared/api/errors.ts';
import type { EditRequest, EditsMessage } from '../../../shared/room/messages.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';

/** The sender of an edit: a member of the room, or a user outside it, whose `memberId` is empty. */
export interface Author {
  memberId: string;
  userId: string;
}

export type AuthoredEdit = EditsMessage['edits'][number];

/** Returns why an edit is not wanted any more, on the document that it would change, or null where it is. */
export type EditCondition = (document: UniverseDocument) => AppError | null;

/** The outcome of the edits that were submitted. */
export interface EditLogEvents {
  /** The edits are committed: all members may be told. */
  committed(edits: AuthoredEdit[]): void;
  refused(author: Author, request: EditRequest, error: AppError): void;
  /** The edit had been committed before. `logged` is its place in this run, or null where an earlier run took it. */
  repeated(author: Author, request: EditRequest, logged: AuthoredEdit | null): void;
  /**
   * A commit failed, so that it is unknown what the journal holds: the run has to end. The edits that were submitted stay
   * unanswered; their senders send them again to the next run, which knows the edits that were taken.
   */
  lost(error: AppError): void;
}
