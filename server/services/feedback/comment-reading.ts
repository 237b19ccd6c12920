import type { CommentCounts, ThreadQuery } from '../../../shared/api/feedback/comment-schemas.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  type CommentRow,
  selectComment,
  selectCommentsOf,
  selectReplies,
  selectCommentCounts,
  selectThreads,
} from '../../db/repositories/feedback/comments.ts';
import type { UniverseRow } from '../../db/repositories/universes/universes.ts';
import { type PublicUser, selectUsersById } from '../../db/repositories/accounts/users.ts';
import { pageOf, readCursor } from '../lists/list-cursor.ts';

/** A comment with its author, or null if the comment or the author is deleted. */
export interface SignedComment {
  comment: CommentRow;
  author: PublicUser | null;
}

export interface SignedThread extends SignedComment {
  replies: SignedComment[];
}

export const noComment = () => refuse('no-comment');

/** Reads comments as they are shown. */
export function createCommentReading(db: Database) {
  const sign = async (rows: readonly CommentRow[]): Promise<SignedComment[]> => {
    const ids = [...new Set(rows.flatMap(({ authorId, deletedAt }) => (authorId === null || deletedAt ? [] : [authorId])))];
    const authors = new Map((ids.length === 0 ? [] : await selectUsersById(db, ids)).map((person) => [person.id, person]));
    return rows.map((comment) => ({ comment, author: comment.deletedAt ? null : (authors.get(comment.authorId ?? '') ?? null) }));
  };

  return {
    countsOf: (universeId: string): Promise<CommentCounts> => selectCommentCounts(db, universeId),

    /** Returns a page of threads, newest first. @throws AppError `invalid-input` if the cursor does not belong to this list. */
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

    /** Returns a comment that is shown. @throws AppError `not-found` */
    async get(universeId: string, id: string): Promise<CommentRow> {
      const comment = await selectComment(db, universeId, id);
      if (!comment) throw noComment();
      return comment;
    },

    /** Returns a comment if this user wrote it and it is not deleted, otherwise null. */
    async findOwn(authorId: string, universeId: string, id: string): Promise<CommentRow | null> {
      const comment = await selectComment(db, universeId, id);
      return comment?.authorId === authorId ? comment : null;
    },

    signed: async (comment: CommentRow): Promise<SignedComment> => (await sign([comment]))[0]!,

    /** Returns all comments of a user, oldest first. */
    allOf: (authorId: string) => selectCommentsOf(db, authorId),
  };
}
