import { and, asc, count, desc, eq, exists, getTableColumns, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CommentCounts } from '../../../../shared/api/feedback/comment-schemas.ts';
import type { ThreadChoice } from '../../../../shared/api/feedback/feedback.ts';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { isAfter, microseconds } from '../../timestamps.ts';
import { universes } from '../../schema.ts';
import { comments } from '../../schema/feedback-schema.ts';

export type CommentRow = typeof comments.$inferSelect;
export type NewComment = typeof comments.$inferInsert;
export type PlacedComment = CommentRow & { value: number };

const answers = alias(comments, 'answers');

/** The condition that a thread has a reply that is not deleted. */
const isAnswered = (db: Database) =>
  exists(
    db
      .select({ id: answers.id })
      .from(answers)
      .where(and(eq(answers.threadId, comments.id), isNull(answers.deletedAt))),
  );

/** The condition that a comment is shown: it is not deleted, or is a thread with replies. */
const isShown = (db: Database) => or(isNull(comments.deletedAt), isAnswered(db));

/** Returns a page of the threads of a universe, newest first. */
export function selectThreads(
  db: Database,
  wish: { universeId: string; threads: ThreadChoice; after?: { value: number; id: string }; limit: number },
): Promise<PlacedComment[]> {
  return db
    .select({ ...getTableColumns(comments), value: microseconds(comments.createdAt) })
    .from(comments)
    .where(
      and(
        eq(comments.universeId, wish.universeId),
        isNull(comments.threadId),
        isShown(db),
        wish.threads === 'open' ? isNull(comments.resolvedAt) : undefined,
        isAfter(comments.createdAt, comments.id, wish.after),
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(wish.limit);
}

/** Returns the replies in these threads, oldest first. */
export async function selectReplies(db: Database, threadIds: readonly string[]): Promise<CommentRow[]> {
  if (threadIds.length === 0) return [];
  return db
    .select()
    .from(comments)
    .where(and(inArray(comments.threadId, [...threadIds]), isNull(comments.deletedAt)))
    .orderBy(asc(comments.createdAt), asc(comments.id));
}

/** Returns a comment that is shown, or null. */
export async function selectComment(db: Database, universeId: string, id: string): Promise<CommentRow | null> {
  const [row] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.universeId, universeId), eq(comments.id, id), isShown(db)));
  return row ?? null;
}

const counts = prepared((db) => {
  const isOpen = and(isNull(comments.threadId), isNull(comments.deletedAt), isNull(comments.resolvedAt));
  const open = db
    .select({ threads: count() })
    .from(comments)
    .where(and(eq(comments.universeId, sql.placeholder('id')), isOpen));
  return db
    .select({ commentCount: universes.commentCount, openThreads: sql<number>`(${open})`.mapWith(Number) })
    .from(universes)
    .where(eq(universes.id, sql.placeholder('id')))
    .prepare('comment-counts');
});

/** Returns the number of comments of a universe, and of open threads. */
export async function selectCommentCounts(db: Database, universeId: string): Promise<CommentCounts> {
  const [row] = await counts(db).execute({ id: universeId });
  return row ?? { commentCount: 0, openThreads: 0 };
}

export async function countReplies(db: Database, threadId: string): Promise<number> {
  const [row] = await db
    .select({ replies: count() })
    .from(comments)
    .where(and(eq(comments.threadId, threadId), isNull(comments.deletedAt)));
  return row!.replies;
}

export async function insertComment(db: Database, row: NewComment): Promise<CommentRow> {
  const [inserted] = await db.insert(comments).values(row).returning();
  return inserted!;
}

type CommentPatch = Partial<Pick<NewComment, 'text' | 'editedAt' | 'resolvedAt' | 'deletedAt' | 'deletedBy'>>;

/** Updates a comment that is not deleted. @returns null if it is deleted or does not exist. */
export async function updateComment(db: Database, id: string, patch: CommentPatch): Promise<CommentRow | null> {
  const [row] = await db
    .update(comments)
    .set(patch)
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)))
    .returning();
  return row ?? null;
}

/** Restores a comment that the user has deleted since a given time. @returns null if there is none. */
export async function undeleteComment(
  db: Database,
  { universeId, id, deletedBy, since }: { universeId: string; id: string; deletedBy: string; since: Date },
): Promise<CommentRow | null> {
  const isTheirs = and(eq(comments.deletedBy, deletedBy), gte(comments.deletedAt, since), sql`${comments.authorId} is not null`);
  const [row] = await db
    .update(comments)
    .set({ deletedAt: null, deletedBy: null })
    .where(and(eq(comments.universeId, universeId), eq(comments.id, id), isTheirs))
    .returning();
  return row ?? null;
}

/** Stores the number of comments of a universe, without changing its `updatedAt`. */
export async function writeCommentCount(db: Database, universeId: string, commentCount: number, threadsBegun: number): Promise<void> {
  await db.update(universes).set({ commentCount, threadsBegun }).where(eq(universes.id, universeId));
}

/** Returns all comments of a user that are not deleted, oldest first. */
export function selectCommentsOf(db: Database, authorId: string): Promise<CommentRow[]> {
  return db
    .select()
    .from(comments)
    .where(and(eq(comments.authorId, authorId), isNull(comments.deletedAt)))
    .orderBy(asc(comments.createdAt));
}
