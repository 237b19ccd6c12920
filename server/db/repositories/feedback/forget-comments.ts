import { and, type AnyColumn, eq, exists, isNotNull, lt, not, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../../database.ts';
import { universes } from '../../schema.ts';
import { comments } from '../../schema/feedback-schema.ts';

const answers = alias(comments, 'answers');

/** Erases the comments that meet `isGone`; a thread with replies stays, without its text and its author. */
async function forget(tx: Database, isGone: SQL, deletedBy: AnyColumn | SQL): Promise<void> {
  await tx.delete(comments).where(and(isGone, isNotNull(comments.threadId)));
  const isAnswered = exists(tx.select({ id: answers.id }).from(answers).where(eq(answers.threadId, comments.id)));
  await tx.delete(comments).where(and(isGone, not(isAnswered)));
  await tx
    .update(comments)
    .set({ authorId: null, text: '', deletedAt: sql`coalesce(${comments.deletedAt}, now())`, deletedBy: sql`${deletedBy}` })
    .where(and(isGone, isNotNull(comments.authorId)));
}

/** Erases comments that were deleted before a given time. */
export const forgetDeletedComments = (db: Database, before: Date): Promise<void> =>
  db.transaction((tx) => forget(tx, lt(comments.deletedAt, before), comments.deletedBy));

/** Erases all comments of a user. The caller has locked the universes around the user. */
export async function dropComments(tx: Database, authorId: string): Promise<void> {
  await tx.execute(sql`
    update ${universes} set comment_count = comment_count - theirs.count
    from (
      select universe_id, count(*)::integer as count from ${comments}
      where author_id = ${authorId} and deleted_at is null group by universe_id
    ) as theirs
    where ${universes.id} = theirs.universe_id`);
  await forget(tx, eq(comments.authorId, authorId), sql`${authorId}`);
}

/** Moves a user's comments to another user. */
export async function moveComments(tx: Database, fromUserId: string, toUserId: string): Promise<void> {
  await tx.update(comments).set({ authorId: toUserId }).where(eq(comments.authorId, fromUserId));
  await tx
    .update(comments)
    .set({ deletedBy: toUserId })
    .where(and(isNotNull(comments.deletedAt), eq(comments.deletedBy, fromUserId)));
}
