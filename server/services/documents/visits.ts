import type { UniverseDocument } from '../../../shared/universe/index.ts';
import { type OpenLog, openLog, type RunFoundation, type RunOptions } from './open-log.ts';

const visitor: RunOptions = {
  keeps: false,
  // Ticks do not advance without members.
  nextTick: () => 0,
  gatherMs: () => 0,
  refusesOutsider: () => null,
  events: { committed() {}, refused() {}, repeated() {}, lost() {} },
};

/** Runs that are opened for edits from outside, if there is no room: one after the other for each universe. */
export function createVisits(foundation: RunFoundation) {
  /** The last run of each universe, until it has ended. */
  const lasts = new Map<string, Promise<void>>();
  return {
    /** Waits until the runs that have begun are ended. */
    endOf: async (universeId: string): Promise<void> => lasts.get(universeId),

    /** Opens a run for the duration of `act`, after those before it. */
    visit(universeId: string, act: (run: OpenLog) => Promise<UniverseDocument>): Promise<UniverseDocument> {
      const before = lasts.get(universeId) ?? Promise.resolve();
      const result = before.then(async () => {
        const run = await openLog(foundation, universeId, visitor, () => {});
        try {
          return await act(run);
        } finally {
          // The journal has the edit: a failed checkpoint only costs time at the next opening.
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
