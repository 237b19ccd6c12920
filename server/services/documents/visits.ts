import type { UniverseDocument } from '../../../shared/universe/index.ts';
import type { DocumentService } from './document-service.ts';
import { type OpenLog, openLog, type RunOptions } from './open-log.ts';

const visitor: RunOptions = {
  // Nothing moves while nobody is there.
  nextTick: () => 0,
  gatherMs: () => 0,
  refusesOutsider: () => null,
  events: { committed() {}, refused() {}, repeated() {}, lost() {} },
};

/** Runs that are opened for an edit from outside, where no room is: one after the other for each universe. */
export function createVisits(documents: DocumentService) {
  /** The last one of each universe, until it has ended. */
  const lasts = new Map<string, Promise<void>>();
  return {
    /** Waits for those that were begun. */
    endOf: async (universeId: string): Promise<void> => lasts.get(universeId),

    /** Opens a run for as long as `act` takes, after those before it. */
    visit(universeId: string, act: (run: OpenLog) => Promise<UniverseDocument>): Promise<UniverseDocument> {
      const before = lasts.get(universeId) ?? Promise.resolve();
      const result = before.then(async () => {
        const run = await openLog(documents, universeId, visitor, () => {});
        try {
          return await act(run);
        } finally {
          // The journal has it: a checkpoint that fails costs time at the next opening, and nothing else.
          await run.log.close().catch(() => {});
        }
      });
      const ended = result.then(
        () => {},
        () => {},
      );
      lasts.set(universeId, ended);
      void ended.then(() => {
        if (lasts.get(universeId) === ended) lasts.delete(universeId);
      });
      return result;
    },
  };
}
