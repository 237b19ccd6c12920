import type { CommentCounts, WriteComment } from '../../../shared/api/feedback/comment-schemas.ts';
import { commentLimits, commentUndoMinutes } from '../../../shared/api/feedback/feedback.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  type CommentRow,
  countReplies,
  insertComment,
  selectComment,
  undeleteComment,
  updateComment,
} from '../../db/repositories/feedback/comments.ts';
import type { UniverseRow } from '../../db/repositories/universes/universes.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { newId } from '../ids.ts';
import type { CommentChange, CommentChanges } from './comment-changes.ts';
import { noComment } from './comment-reading.ts';

/** The time in which the user who deleted a comment can undo that. */
export const undoMs = commentUndoMinutes * 60 * 1000;

/** @throws AppError `conflict` if the universe has the maximum number of comments. */
function refuseMore({ commentCount }: UniverseRow): void {
  const { max } = commentLimits.perUniverse;
  if (commentCount >= max) throw refuse('comment-limit', { max });
}

/** Writes, edits and deletes comments. */
export function createCommentWriting(db: Database, { change, tell }: CommentChanges, notifications: NotificationService) {
  /** Like `change`, and then sends notifications of the comment. */
  const say = async (userId: string, universeId: string, act: CommentChange): Promise<CommentRow> => {
    const { made, universe } = await change(userId, universeId, act);
    await notifications.commented(universe, made);
    return made;
  };

  return {
    /** Begins a thread. @throws AppError `conflict` if the universe has the maximum number of comments. */
    write: (authorId: string, universeId: string, { text, tick, storySeconds, place }: WriteComment): Promise<CommentRow> =>
      say(authorId, universeId, async (tx, universe) => {
        refuseMore(universe);
        const number = universe.threadsBegun + 1;
        const made = await insertComment(tx, { id: newId(12), universeId, authorId, number, text, tick, storySeconds, ...place });
        return { made, commentCount: universe.commentCount + 1, threadsBegun: number };
      }),

    /** Replies to a thread. @throws AppError `not-found`, `conflict` if a limit is reached or the target is itself a reply. */
    reply: (authorId: string, universeId: string, threadId: string, text: string): Promise<CommentRow> =>
      say(authorId, universeId, async (tx, universe) => {
        const thread = await selectComment(tx, universeId, threadId);
        if (!thread) throw noComment();
        if (thread.threadId !== null) throw refuse('reply-to-reply');
        refuseMore(universe);
        const { max } = commentLimits.repliesPerThread;
        if ((await countReplies(tx, threadId)) >= max) {
          throw refuse('reply-limit', { max });
        }
        const made = await insertComment(tx, { id: newId(12), universeId, threadId, authorId, text });
        return { made, commentCount: universe.commentCount + 1 };
      }),

    /** @throws AppError `not-found` */
    async edit({ id, universeId }: CommentRow, text: string): Promise<CommentRow> {
      const edited = await updateComment(db, id, { text, editedAt: new Date() });
      if (!edited) throw noComment();
      await tell(universeId);
      return edited;
    },

    /** @throws AppError `not-found`, `conflict` if the comment is a reply. */
    async setResolved({ id, universeId, threadId }: CommentRow, isResolved: boolean): Promise<CommentCounts> {
      if (threadId !== null) throw refuse('reply-not-resolved');
      if (!(await updateComment(db, id, { resolvedAt: isResolved ? new Date() : null }))) throw noComment();
      return tell(universeId);
    },

    /** Deletes a comment, also of a universe in the trash. The same user can undo that for a limited time. @throws AppError `not-found` */
    async remove(deletedBy: string, { id, universeId }: CommentRow): Promise<void> {
      const forget: CommentChange = async (tx, { commentCount }) => {
        const made = await updateComment(tx, id, { deletedAt: new Date(), deletedBy });
        if (!made) throw noComment();
        return { made, commentCount: commentCount - 1 };
      };
      await change(deletedBy, universeId, forget, true);
    },

    /**
     * @throws AppError `not-found` if there is no deletion that this user can undo, `conflict` if the universe has the maximum number of
     * comments.
     */
    async takeBack(deletedBy: string, universeId: string, id: string): Promise<CommentRow> {
      const { made: comment } = await change(deletedBy, universeId, async (tx, universe) => {
        refuseMore(universe);
        const made = await undeleteComment(tx, { universeId, id, deletedBy, since: new Date(Date.now() - undoMs) });
        if (!made) throw noComment();
        return { made, commentCount: universe.commentCount + 1 };
      });
      return comment;
    },
  };
}
