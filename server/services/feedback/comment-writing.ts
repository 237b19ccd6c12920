import type { TalkCounts, WriteComment } from '../../../shared/api/feedback/comment-schemas.ts';
import { commentLimits, commentUndoMinutes } from '../../../shared/api/feedback/talk.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  type CommentRow,
  countReplies,
  insertComment,
  selectComment,
  undeleteComment,
  updateComment,
} from '../../db/repositories/comments.ts';
import type { UniverseRow } from '../../db/repositories/universes.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { newId } from '../ids.ts';
import type { CommentChange, CommentChanges } from './comment-changes.ts';
import { noComment } from './comment-reading.ts';

/** For how long whoever deleted a comment can take that back. */
export const undoMs = commentUndoMinutes * 60 * 1000;

/** @throws AppError `conflict` where a universe has as many comments as it may. */
function refuseMore({ commentCount }: UniverseRow): void {
  const { max } = commentLimits.perUniverse;
  if (commentCount >= max) throw refuse('comment-limit', { max });
}

/** Comments that are written, changed and deleted. */
export function createCommentWriting(db: Database, { change, tell }: CommentChanges, notifications: NotificationService) {
  /** As `change`, and tells whom it concerns what was said. */
  const say = async (userId: string, universeId: string, act: CommentChange): Promise<CommentRow> => {
    const { made, universe } = await change(userId, universeId, act);
    await notifications.commented(universe, made);
    return made;
  };

  return {
    /** Begins a thread. @throws AppError `conflict` where the universe has no room for more. */
    write: (authorId: string, universeId: string, { text, tick, storySeconds, place }: WriteComment): Promise<CommentRow> =>
      say(authorId, universeId, async (tx, universe) => {
        refuseMore(universe);
        const number = universe.threadsBegun + 1;
        const made = await insertComment(tx, { id: newId(12), universeId, authorId, number, text, tick, storySeconds, ...place });
        return { made, commentCount: universe.commentCount + 1, threadsBegun: number };
      }),

    /** Answers a thread. @throws AppError `not-found`, `conflict` where there is no room for more, or what is answered is an answer. */
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

    /** @throws AppError `not-found`, `conflict` where it is a reply. */
    async setResolved({ id, universeId, threadId }: CommentRow, isResolved: boolean): Promise<TalkCounts> {
      if (threadId !== null) throw refuse('reply-not-resolved');
      if (!(await updateComment(db, id, { resolvedAt: isResolved ? new Date() : null }))) throw noComment();
      return tell(universeId);
    },

    /** Deletes a comment, also in the trash, which whoever does can take back for a while. @throws AppError `not-found` */
    async remove(deletedBy: string, { id, universeId }: CommentRow): Promise<void> {
      const forget: CommentChange = async (tx, { commentCount }) => {
        const made = await updateComment(tx, id, { deletedAt: new Date(), deletedBy });
        if (!made) throw noComment();
        return { made, commentCount: commentCount - 1 };
      };
      await change(deletedBy, universeId, forget, true);
    },

    /** @throws AppError `not-found` where there is nothing that they could take back, `conflict` where there is no room for it. */
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
