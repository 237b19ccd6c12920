import type { Database } from '../../db/database.ts';
import type { CommentRow } from '../../db/repositories/feedback/comments.ts';
import { forgetDeletedComments } from '../../db/repositories/feedback/forget-comments.ts';
import type { ServerEvents } from '../../ops/events/server-events.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { createCommentChanges } from './comment-changes.ts';
import { createCommentReading } from './comment-reading.ts';
import { createCommentWriting, undoMs } from './comment-writing.ts';

export type { SignedComment, SignedThread } from './comment-reading.ts';
export type { CommentRow };
export type CommentService = ReturnType<typeof createCommentService>;

/** Comments on universes. Callers check the rights. @param reads for strangers, who may read stale ones */
export function createCommentService(
  db: Database,
  notifications: NotificationService,
  events: Pick<ServerEvents, 'tell' | 'on'>,
  reads = db,
) {
  const changes = createCommentChanges(db, events);
  return {
    ...createCommentReading(db),
    /** Comments as they were perhaps a moment ago. */
    forStrangers: createCommentReading(reads),
    ...createCommentWriting(db, changes, notifications),
    onChange: changes.onChange,

    /** Erases comments whose deletion can no longer be undone. To be called regularly; idempotent. */
    forget: (now: Date): Promise<void> => forgetDeletedComments(db, new Date(now.getTime() - undoMs)),
  };
}
