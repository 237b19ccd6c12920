import type { Database } from '../../db/database.ts';
import { selectCounts, selectFavouriteMoments, selectMiscounted, writeCounts } from '../../db/repositories/lists/counts.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import { type Popularity, withFavourite } from './popularity.ts';

const maxAtOnce = 500;

/** Verifies the stored counts that lists read. Every change updates them; this finds and corrects counts that are wrong. */
export function createCountsService(db: Database) {
  const mend = (id: string): Promise<boolean> =>
    db.transaction(async (tx) => {
      if (!(await lockUniverse(tx, id))) return false;
      const { kept, found } = (await selectCounts(tx, id))!;
      if (Object.entries(found).every(([key, count]) => kept[key as keyof typeof found] === count)) return false;
      const none: Popularity = { favouriteCount: 0, popularity: 0 };
      const standing =
        found.favouriteCount === kept.favouriteCount ? kept : (await selectFavouriteMoments(tx, id)).reduce(withFavourite, none);
      await writeCounts(tx, id, { ...found, popularity: standing.popularity });
      return true;
    });

  return {
    /** Recounts, and corrects wrong counts. @returns the ids of the corrected universes. */
    async mend(): Promise<string[]> {
      const mended: string[] = [];
      for (const id of await selectMiscounted(db, maxAtOnce)) if (await mend(id)) mended.push(id);
      return mended;
    },
  };
}
