import type { Database } from '../../db/database.ts';
import type { CommentRow } from '../../db/repositories/comments.ts';
import { forgetDeletedComments } from '../../db/repositories/forget-comments.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { createCommentChanges } from './comment-changes.ts';
import { createCommentReading } from './comment-reading.ts';
import { createCommentWriting, undoMs } from './comment-writing.ts';

export type { SignedComment, SignedThread } from './comment-reading.ts';
export type { CommentRow };
export type CommentService = ReturnType<typeof createCommentService>;

/** What people say of universes. Who may see, say or take away what is not decided here. */
export function createCommentService(db: Database, notifications: NotificationService) {
  const changes = createCommentChanges(db);
  return {
    ...createCommentReading(db),
    ...createCommentWriting(db, changes, notifications),
    onChange: changes.onChange,

    /** Forgets what nobody can take back any more. To be called now and then; twice does no harm. */
    forget: (now: Date): Promise<void> => forgetDeletedComments(db, new Date(now.getTime() - undoMs)),
  };
}
