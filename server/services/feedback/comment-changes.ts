import { EventEmitter } from 'node:events';
import type { TalkCounts } from '../../../shared/api/feedback/comment-schemas.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { type CommentRow, selectTalkCounts, writeCommentCount } from '../../db/repositories/comments.ts';
import { lockUniverse } from '../../db/repositories/universe-locks.ts';
import type { UniverseRow } from '../../db/repositories/universes.ts';
import { holdUser } from '../../db/repositories/users.ts';

/** A change of the comments of a universe, made within a transaction that holds the universe. */
export type CommentChange = (
  tx: Database,
  universe: UniverseRow,
) => Promise<{ made: CommentRow; commentCount: number; threadsBegun?: number }>;

export type CommentChanges = ReturnType<typeof createCommentChanges>;

/** Changes of comments, which keep the counts of their universe and are told to listeners. */
export function createCommentChanges(db: Database) {
  const changes = new EventEmitter<Record<string, [TalkCounts]>>().setMaxListeners(0);

  /** Tells who listens how much is said of a universe now. */
  const tell = async (universeId: string): Promise<TalkCounts> => {
    const counts = await selectTalkCounts(db, universeId);
    changes.emit(universeId, counts);
    return counts;
  };

  return {
    tell,

    /** Person before universe, as everywhere that both are kept: no two transactions wait for each other. */
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

    /** Calls back whenever what is said of a universe has changed; gives the function that ends it. */
    onChange(universeId: string, listener: (counts: TalkCounts) => void): () => void {
      changes.on(universeId, listener);
      return () => changes.off(universeId, listener);
    },
  };
}
