import { binDays } from '../../shared/api/universe.ts';
import type { Database } from '../db/database.ts';
import { deleteExpiredInvitations } from '../db/repositories/invitations.ts';
import { emptyBins, selectBin } from '../db/repositories/universes.ts';
import type { Universe, UniverseRow, UniverseService } from './universe-service.ts';

export type BinService = ReturnType<typeof createBinService>;

const dayMs = 24 * 60 * 60 * 1000;

/** What is thrown away and can be taken back for a while. */
export function createBinService(db: Database, universes: UniverseService) {
  return {
    /** @throws AppError `changed-meanwhile` */
    throwAway: ({ id }: Universe, revisions?: readonly number[]): Promise<Universe> =>
      universes.update(id, { deletedAt: new Date() }, revisions),

    takeBack: ({ id }: Universe): Promise<Universe> => universes.update(id, { deletedAt: null }),

    of: (ownerId: string): Promise<UniverseRow[]> => selectBin(db, ownerId),

    /** Until when something can be taken back. */
    heldUntil: (deletedAt: Date): Date => new Date(deletedAt.getTime() + binDays * dayMs),

    /** Deletes for good what nobody can take back any more, and what has expired. To be called now and then; twice does no harm. */
    async empty(now: Date): Promise<void> {
      await emptyBins(db, new Date(now.getTime() - binDays * dayMs));
      await deleteExpiredInvitations(db, now);
    },
  };
}
