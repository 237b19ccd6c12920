import type { Database } from '../../db/database.ts';
import { refreshSome } from '../../db/repositories/lists/refresh-search.ts';

export interface SearchRefresh {
  /** Resolves when all search entries are up to date. */
  readonly done: Promise<void>;
  /** Stops after the current batch. The next start continues with the rest. */
  stop(): Promise<void>;
}

/** Rebuilds outdated search entries in small batches in the background. */
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
