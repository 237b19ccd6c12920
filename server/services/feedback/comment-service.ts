import { EventEmitter } from 'node:events';
import type { TalkCounts, ThreadQuery, WriteComment } from '../../../shared/api/comment-schemas.ts';
import { AppError } from '../../../shared/api/errors.ts';
import { commentLimits, commentUndoMinutes } from '../../../shared/api/talk.ts';
import type { Database } from '../../db/database.ts';
import {
  type CommentRow,
  countReplies,
  insertComment,
  selectComment,
  selectCommentsOf,
  selectReplies,
  selectTalkCounts,
  selectThreads,
  undeleteComment,
  updateComment,
  writeCommentCount,
} from '../../db/repositories/comments.ts';
import { forgetDeletedComments } from '../../db/repositories/forget-comments.ts';
import { lockUniverse } from '../../db/repositories/universe-locks.ts';
import type { UniverseRow } from '../../db/repositories/universes.ts';
import { holdUser, type PublicUser, selectPeople } from '../../db/repositories/users.ts';
import { newId } from '../ids.ts';
import { pageOf, readCursor } from '../lists/list-cursor.ts';
import type { NotificationService } from '../accounts/notification-service.ts';

export type { CommentRow };
export type CommentService = ReturnType<typeof createCommentService>;

/** A comment with who wrote it, as far as that is still to be told. */
export interface SignedComment {
  comment: CommentRow;
  author: PublicUser | null;
}

export interface SignedThread extends SignedComment {
  replies: SignedComment[];
}

const undoMs = commentUndoMinutes * 60 * 1000;
const noComment = () => new AppError('not-found', 'There is no such comment.');

/** What people say of universes. Who may see, say or take away what is not decided here. */
export function createCommentService(db: Database, notifications: NotificationService) {
  const changes = new EventEmitter<Record<string, [TalkCounts]>>().setMaxListeners(0);

  /** Tells who listens how much is said of a universe now. */
  const tell = async (universeId: string): Promise<TalkCounts> => {
    const counts = await selectTalkCounts(db, universeId);
    changes.emit(universeId, counts);
    return counts;
  };

  /** Person before universe, as everywhere that both are kept: no two transactions wait for each other. */
  const change = async (
    userId: string,
    universeId: string,
    act: (tx: Database, universe: UniverseRow) => Promise<{ made: CommentRow; commentCount: number; threadsBegun?: number }>,
    isRemoval = false,
  ): Promise<{ made: CommentRow; universe: UniverseRow }> => {
    const { made, universe } = await db.transaction(async (tx) => {
      if (!(await holdUser(tx, userId))) throw new AppError('not-found', 'There is no such person.');
      const universe = await lockUniverse(tx, universeId);
      if (!universe || (universe.deletedAt !== null && !isRemoval)) throw new AppError('not-found', 'There is no such universe.');
      const done = await act(tx, universe);
      await writeCommentCount(tx, universeId, done.commentCount, done.threadsBegun ?? universe.threadsBegun);
      return { ...done, universe };
    });
    await tell(universeId);
    return { made, universe };
  };

  /** As `change`, and tells whom it concerns what was said. */
  const say = async (...asked: Parameters<typeof change>): Promise<CommentRow> => {
    const { made, universe } = await change(...asked);
    await notifications.commented(universe, made);
    return made;
  };

  const sign = async (rows: readonly CommentRow[]): Promise<SignedComment[]> => {
    const ids = [...new Set(rows.flatMap(({ authorId, deletedAt }) => (authorId === null || deletedAt ? [] : [authorId])))];
    const people = new Map((ids.length === 0 ? [] : await selectPeople(db, ids)).map((person) => [person.id, person]));
    return rows.map((comment) => ({ comment, author: comment.deletedAt ? null : (people.get(comment.authorId ?? '') ?? null) }));
  };

  const refuseMore = ({ commentCount }: UniverseRow) => {
    const { max } = commentLimits.perUniverse;
    if (commentCount >= max) throw new AppError('conflict', `A universe has at most ${max} comments. Delete some first.`);
  };

  return {
    /** Calls back whenever what is said of a universe has changed; gives the function that ends it. */
    onChange(universeId: string, listener: (counts: TalkCounts) => void): () => void {
      changes.on(universeId, listener);
      return () => changes.off(universeId, listener);
    },

    countsOf: (universeId: string): Promise<TalkCounts> => selectTalkCounts(db, universeId),

    /** Threads, the newest first. @throws AppError `invalid-input` where the cursor is not one of this list. */
    async page({ id }: UniverseRow, { threads, cursor, limit }: ThreadQuery): Promise<{ threads: SignedThread[]; next: string | null }> {
      const list = `comments ${id} ${threads}`;
      const after = cursor === undefined ? undefined : readCursor(list, cursor);
      const rows = await selectThreads(db, { universeId: id, threads, after, limit: limit + 1 });
      const { shown, next } = pageOf(list, rows, limit, (row) => row.id);
      const replies = await selectReplies(
        db,
        shown.map((row) => row.id),
      );
      const signed = await sign([...shown, ...replies]);
      const found = signed.slice(0, shown.length).map((thread) => ({
        ...thread,
        replies: signed.filter(({ comment }) => comment.threadId === thread.comment.id),
      }));
      return { threads: found, next };
    },

    /** One that readers are shown. @throws AppError `not-found` */
    async get(universeId: string, id: string): Promise<CommentRow> {
      const comment = await selectComment(db, universeId, id);
      if (!comment) throw noComment();
      return comment;
    },

    /** One that somebody has written themselves and not deleted, or null. */
    async findOwn(authorId: string, universeId: string, id: string): Promise<CommentRow | null> {
      const comment = await selectComment(db, universeId, id);
      return comment?.authorId === authorId ? comment : null;
    },

    signed: async (comment: CommentRow): Promise<SignedComment> => (await sign([comment]))[0]!,

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
        if (thread.threadId !== null) throw new AppError('conflict', 'A reply is not replied to. Reply to its thread.');
        refuseMore(universe);
        const { max } = commentLimits.repliesPerThread;
        if ((await countReplies(tx, threadId)) >= max) {
          throw new AppError('conflict', `A thread has at most ${max} replies. Begin another one.`);
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
      if (threadId !== null) throw new AppError('conflict', 'Only a thread is resolved, not a reply.');
      if (!(await updateComment(db, id, { resolvedAt: isResolved ? new Date() : null }))) throw noComment();
      return tell(universeId);
    },

    /** Deletes a comment, also in the trash, which whoever does can take back for a while. @throws AppError `not-found` */
    async remove(deletedBy: string, { id, universeId }: CommentRow): Promise<void> {
      const forget: Parameters<typeof change>[2] = async (tx, { commentCount }) => {
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

    /** All that somebody has written, the oldest first. */
    allOf: (authorId: string) => selectCommentsOf(db, authorId),

    /** Forgets what nobody can take back any more. To be called now and then; twice does no harm. */
    forget: (now: Date): Promise<void> => forgetDeletedComments(db, new Date(now.getTime() - undoMs)),
  };
}
