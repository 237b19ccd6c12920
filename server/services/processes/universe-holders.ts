import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import type { ServerProcess } from '../../db/repositories/processes/processes.ts';
import { type Claim, claimUniverse, releaseUniverse, selectHeld, selectHolder } from '../../db/repositories/universes/holders.ts';
import { HeldElsewhere } from './held-elsewhere.ts';
import type { Membership } from './membership.ts';
import { isGone } from './process-probe.ts';

export type UniverseHolders = ReturnType<typeof createUniverseHolders>;

/** The universes that this process holds, and which other process holds which. */
export function createUniverseHolders(db: Database, membership: Membership) {
  const me = membership.self.id;

  /** Returns the living process other than this one that holds a universe. One that is gone is taken off the list. */
  const otherHolder = async (universeId: string): Promise<ServerProcess | null> => {
    const holder = await selectHolder(db, universeId);
    if (!holder || holder.id === me) return null;
    if (!(await isGone(holder))) return holder;
    await membership.bury(holder);
    return null;
  };

  const claim = async (universeId: string, keeps: boolean): Promise<Claim> => {
    const claimed = await claimUniverse(db, universeId, me, keeps);
    if (claimed) return claimed;
    const holder = await otherHolder(universeId);
    if (holder) throw new HeldElsewhere(holder.node);
    // The holder has just gone; or there is no such universe.
    const again = await claimUniverse(db, universeId, me, keeps);
    if (again) return again;
    throw refuse('no-universe');
  };

  return {
    /** Claims a universe for a room, which holds it until `release`. @throws HeldElsewhere, AppError `not-found` */
    hold: (universeId: string): Promise<Claim> => claim(universeId, true),

    /** Claims a universe for a run of a few edits, which nobody needs to find. @throws as `hold` */
    visit: (universeId: string): Promise<Claim> => claim(universeId, false),

    /** @throws HeldElsewhere if another living process holds the universe. */
    async expectHere(universeId: string): Promise<void> {
      const holder = await otherHolder(universeId);
      if (holder) throw new HeldElsewhere(holder.node);
    },

    release: (universeId: string, epoch: number): Promise<void> => releaseUniverse(db, universeId, me, epoch),

    /** Returns those of the universes that this process still holds. */
    held: async (universeIds: readonly string[]): Promise<ReadonlySet<string>> => new Set(await selectHeld(db, me, universeIds)),
  };
}
