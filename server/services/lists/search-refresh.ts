import type { Database } from '../../db/database.ts';
import { refreshSome } from '../../db/repositories/refresh-search.ts';

export interface SearchRefresh {
  /** Resolves when everything is found by what it says now. */
  readonly done: Promise<void>;
  /** Lets it end after what it is at. The next start goes on with the rest. */
  stop(): Promise<void>;
}

/** Brings what is stored to the present way of searching, a little at a time beside everything else. */
export function refreshSearch(db: Database, report: (error: unknown) => void): SearchRefresh {
  let isStopped = false;
  const work = async () => {
    while (!isStopped && (await refreshSome(db))) await new Promise(setImmediate);
  };
  const done = work().catch(report);
  return {
    done,
    async stop() {
      isStopped = true;
      await done;
    },
  };
}
