import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import type { ClusterProcess } from '../../db/repositories/processes/processes.ts';
import { type Claim, claimUniverse, releaseUniverse, selectHeld, selectHolder } from '../../db/repositories/universes/holders.ts';
import { HeldElsewhere } from './held-elsewhere.ts';
import type { Membership } from './membership.ts';
import { isGone } from './process-probe.ts';

/** Is told of each change of who holds a universe, and of each request for one that another process holds. */
type Note = (what: string, details: { universeId: string; node?: string }) => void;

export type UniverseHolders = ReturnType<typeof createUniverseHolders>;

/** The universes that this process holds, and which other process holds which. */
export function createUniverseHolders(db: Database, membership: Membership, note: Note = () => {}) {
  const me = membership.self.id;
  /** The universes of the rooms of this process, as far as it knows. */
  const holding = new Set<string>();

  /** Returns the living process other than this one that holds a universe. One that is gone is taken off the list. */
  const otherHolder = async (universeId: string): Promise<ClusterProcess | null> => {
    const holder = await selectHolder(db, universeId);
    if (!holder || holder.id === me) return null;
    if (!(await isGone(holder))) return holder;
    await membership.bury(holder);
    note('the holder of a universe is gone', { universeId, node: holder.node });
    return null;
  };

  const refuseElsewhere = async (universeId: string) => {
    const holder = await otherHolder(universeId);
    if (!holder) return;
    note('a universe is held elsewhere', { universeId, node: holder.node });
    throw new HeldElsewhere(holder.node);
  };

  const claim = async (universeId: string, keeps: boolean): Promise<Claim> => {
    const claimed = await claimUniverse(db, universeId, me, keeps);
    if (claimed) return claimed;
    await refuseElsewhere(universeId);
    // The holder has just gone; or there is no such universe.
    const again = await claimUniverse(db, universeId, me, keeps);
    if (again) return again;
    throw refuse('no-universe');
  };

  return {
    /** Claims a universe for a room, which holds it until `release`. @throws HeldElsewhere, AppError `not-found` */
    async hold(universeId: string): Promise<Claim> {
      const claimed = await claim(universeId, true);
      if (!holding.has(universeId)) note('a universe is held here', { universeId });
      holding.add(universeId);
      return claimed;
    },

    /** Claims a universe for a run of a few edits, which nobody needs to find. @throws as `hold` */
    visit: (universeId: string): Promise<Claim> => claim(universeId, false),

    /** @throws HeldElsewhere if another living process holds the universe. */
    expectHere: refuseElsewhere,

    /** The number of universes that this process holds. */
    get count() {
      return holding.size;
    },

    async release(universeId: string, epoch: number): Promise<void> {
      holding.delete(universeId);
      note('a universe is released', { universeId });
      await releaseUniverse(db, universeId, me, epoch);
    },

    /** Returns those of the universes that this process still holds. */
    held: async (universeIds: readonly string[]): Promise<ReadonlySet<string>> => new Set(await selectHeld(db, me, universeIds)),
  };
}
