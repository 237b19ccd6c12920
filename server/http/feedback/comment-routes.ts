import type { Router } from 'express';
import type { Comment, Thread } from '../../../shared/api/feedback/comment-schemas.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { type Action, authorizeComment, authorizeRemoval, mayDo, roleOf } from '../../auth/policy.ts';
import type { CommentRow, CommentService, SignedComment, SignedThread } from '../../services/feedback/comment-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import { allowedIn } from '../requests/allowed.ts';
import { addKeepingRoute, addOpenRoute } from '../requests/route.ts';

/** Adds the routes for comments. Reading creates no guest; writing needs an identity. */
export function addCommentRoutes(
  router: Router,
  identity: Identity,
  { universes, comments }: { universes: UniverseService; comments: CommentService },
): void {
  const allowed = allowedIn(universes);

  /** Returns the comment of a path if the caller wrote it, or may do the action `others` to every comment. */
  const allowedComment = async (
    user: User | null,
    params: Readonly<Record<string, string>>,
    others: Action | null,
  ): Promise<CommentRow> => {
    const { universe } = await allowed(user, params.id, 'comment.read');
    const comment = await comments.get(universe.id, params.commentId!);
    authorizeComment(user?.id ?? null, universe, comment.authorId, others);
    return comment;
  };

  const told = async (comment: CommentRow, user: User) => commentOf(await comments.signed(comment), user.id);

  addOpenRoute(router, 'listComments', async ({ user, params, query }) => {
    const { universe } = await allowed(user, params.id, 'comment.read');
    const reading = user === null ? comments.forStrangers : comments;
    const { threads, next } = await reading.page(universe, query);
    return { ...(await reading.countsOf(universe.id)), threads: threads.map((thread) => threadOf(thread, user?.id)), next };
  });

  addKeepingRoute(router, identity, 'writeComment', async ({ user, params, body }) => {
    const { id } = (await allowed(user, params.id, 'comment.write')).universe;
    const comment = await comments.write(user!.id, id, body);
    return threadOf({ ...(await comments.signed(comment)), replies: [] }, user!.id);
  });

  addKeepingRoute(router, identity, 'replyToComment', async ({ user, params, body }) => {
    const { id } = (await allowed(user, params.id, 'comment.write')).universe;
    return told(await comments.reply(user!.id, id, params.commentId!, body.text), user!);
  });

  addOpenRoute(router, 'editComment', async ({ user, params, body }) =>
    told(await comments.edit(await allowedComment(user, params, null), body.text), user!),
  );

  addOpenRoute(router, 'resolveComment', async ({ user, params, body }) =>
    comments.setResolved(await allowedComment(user, params, 'comment.resolve'), body.isResolved),
  );

  addOpenRoute(router, 'deleteComment', async ({ user, params }) => {
    const universe = await universes.get(params.id!);
    const own = user && (await comments.findOwn(user.id, universe.id, params.commentId!));
    const comment = own ?? (await allowedComment(user, params, 'comment.moderate'));
    authorizeRemoval(user!.id, universe, own !== null, 'comment.write');
    await comments.remove(user!.id, comment);
    // The counts of a universe that the caller may not see stay hidden.
    return mayDo(roleOf(user!.id, universe), 'comment.read') ? comments.countsOf(universe.id) : { commentCount: 0, openThreads: 0 };
  });

  addKeepingRoute(router, identity, 'restoreComment', async ({ user, params }) => {
    const { id } = (await allowed(user, params.id, 'comment.write')).universe;
    return told(await comments.takeBack(user!.id, id, params.commentId!), user!);
  });
}

function commentOf({ comment, author }: SignedComment, userId: string | undefined): Comment {
  const { id, text, authorId, editedAt, createdAt } = comment;
  return {
    id,
    author,
    text: author ? text : '',
    isMine: author !== null && authorId === userId,
    isEdited: author !== null && editedAt !== null,
    createdAt: createdAt.toISOString(),
  };
}

function threadOf(thread: SignedThread, userId: string | undefined): Thread {
  const { number, resolvedAt, tick, storySeconds, x, y, z } = thread.comment;
  return {
    ...commentOf(thread, userId),
    number: number!,
    isResolved: resolvedAt !== null,
    tick,
    storySeconds,
    place: x === null ? null : { x, y: y!, z: z! },
    replies: thread.replies.map((reply) => commentOf(reply, userId)),
  };
}
