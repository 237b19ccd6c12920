import type { CommentCounts } from '../../../shared/api/feedback/comment-schemas.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { type CommentRow, selectCommentCounts, writeCommentCount } from '../../db/repositories/feedback/comments.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import type { UniverseRow } from '../../db/repositories/universes/universes.ts';
import { holdUser } from '../../db/repositories/accounts/users.ts';
import type { ServerEvents } from '../../ops/events/server-events.ts';

/** A change of the comments of a universe, made in a transaction that holds the lock of the universe. */
export type CommentChange = (
  tx: Database,
  universe: UniverseRow,
) => Promise<{ made: CommentRow; commentCount: number; threadsBegun?: number }>;

export type CommentChanges = ReturnType<typeof createCommentChanges>;

/** Changes comments, updates the counts of their universe and notifies listeners. */
export function createCommentChanges(db: Database, events: Pick<ServerEvents, 'tell' | 'on'>) {
  /** Sends listeners the present counts of comments of a universe. */
  const tell = async (universeId: string): Promise<CommentCounts> => {
    const counts = await selectCommentCounts(db, universeId);
    events.tell('comments-changed', { universeId, counts });
    return counts;
  };

  return {
    tell,

    /** Locks the user before the universe, as all code that locks both does: this prevents deadlocks. */
    async change(
      userId: string,
      universeId: string,
      act: CommentChange,
      isRemoval = false,
    ): Promise<{ made: CommentRow; universe: UniverseRow }> {
      const { made, universe } = await db.transaction(async (tx) => {
        if (!(await holdUser(tx, userId))) throw refuse('no-user');
        const universe = await lockUniverse(tx, universeId);
        if (!universe || (universe.deletedAt !== null && !isRemoval)) throw refuse('no-universe');
        const done = await act(tx, universe);
        await writeCommentCount(tx, universeId, done.commentCount, done.threadsBegun ?? universe.threadsBegun);
        return { ...done, universe };
      });
      await tell(universeId);
      return { made, universe };
    },

    /** Calls the listener after each change of the comments of a universe, by any process. Returns the function that unsubscribes. */
    onChange: (universeId: string, listener: (counts: CommentCounts) => void): (() => void) =>
      events.on('comments-changed', ({ counts }) => listener(counts), universeId),
  };
}
