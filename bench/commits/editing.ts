import type { Database } from '../../server/db/database.ts';
import { documentsOf } from '../../server/testing/documents-of.ts';
import { createEditLog } from '../../server/services/documents/edit-log.ts';
import type { JournalWriter } from '../../server/services/documents/journal-writer.ts';

/** When a room has its edits committed, and sends them. */
export interface RoomTimes {
  gatherMs(nowMs: number): number;
  /** Returns the time of the first batch after a given time. */
  nextBatchMs(nowMs: number): number;
}

/** The times from an edit to its commit, and to the batch in which the members are sent it, in ms. */
export interface EditTimes {
  committed: number[];
  sent: number[];
}

interface Editor {
  edit(): void;
  readonly pending: number;
  close(): Promise<void>;
}

/** Opens the log of a run as a room does, without the room. */
export async function openEditors(
  { db, writer, userId }: { db: Database; writer: JournalWriter; userId: string },
  universeIds: readonly string[],
  timesOf: (index: number) => RoomTimes,
): Promise<{ editors: Editor[]; times: EditTimes }> {
  const documents = documentsOf(db, writer);
  const times: EditTimes = { committed: [], sent: [] };
  const fail = (error: unknown) => {
    throw error;
  };
  const open = async (universeId: string, index: number): Promise<Editor> => {
    const { gatherMs, nextBatchMs } = timesOf(index);
    const begunMs: number[] = [];
    let done = 0;
    const log = createEditLog({
      universeId,
      opened: await documents.open(universeId, true),
      documents,
      nextTick: () => 0,
      gatherMs: () => gatherMs(performance.now()),
      events: {
        committed(edits) {
          const nowMs = performance.now();
          for (const { clientSequence } of edits) {
            times.committed.push(nowMs - begunMs[clientSequence - 1]!);
            times.sent.push(nextBatchMs(nowMs) - begunMs[clientSequence - 1]!);
          }
          done += edits.length;
        },
        refused: (_author, _request, error) => fail(error),
        repeated: () => fail(new Error(`${universeId}: an edit is known before it was made`)),
        lost: fail,
      },
    });
    return {
      edit() {
        begunMs.push(performance.now());
        const tempo = 60 + (begunMs.length % 100);
        const edit = { kind: 'parameters.set', values: { tempo } } as const;
        log.submit({ memberId: 'one', userId }, { clientId: `of-${universeId}`, clientSequence: begunMs.length, edit });
      },
      get pending() {
        return begunMs.length - done;
      },
      close: () => log.close(),
    };
  };
  const editors: Editor[] = [];
  // A pool of connections opens only so many at once.
  for (const [index, universeId] of universeIds.entries()) editors.push(await open(universeId, index));
  return { editors, times };
}
