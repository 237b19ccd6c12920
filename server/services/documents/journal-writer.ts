import { setImmediate as allOfThisTurn, setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { insertJournalBatch, type JournalPart, journalRowsOf, type PartOutcome } from '../../db/repositories/documents/journal-batch.ts';
import type { JournalRow } from '../../db/repositories/documents/journal.ts';
import { createMetrics, type Metrics } from '../../ops/metrics/metrics.ts';
import { failureOf } from '../database-failure.ts';
import { untilCommitMs } from './journal-beat.ts';

/** A row of the journal as a room writes it. */
export type JournalEntry = Omit<JournalRow, 'universeId' | 'epoch'>;

/** The most text of a batch: edits of thousands of members, or a few of the largest storyboards. */
const maxBatchLength = 1_000_000;
/** A universe that another transaction has locked is tried again for as long as a query may take. */
const maxLockedMs = 30_000;

/** Edits that wait for their commit. */
interface Append extends JournalPart {
  readonly edits: number;
  readonly sinceMs: number;
  resolve(): void;
  reject(error: unknown): void;
}

/** Writes the edits of all runs of a process to the journal. */
export interface JournalWriter {
  /**
   * Commits entries of a run; those of one universe in the order of the calls. @throws AppError `conflict`, with nothing written, if another
   * run has claimed the universe.
   */
  append(universeId: string, epoch: number, entries: readonly JournalEntry[]): Promise<void>;
}

/**
 * Commits what waits in one transaction: at once after a pause, otherwise at the beat of the process, so that the number of commits does not
 * grow with the number of rooms.
 */
export function createJournalWriter(
  db: Database,
  { metrics = createMetrics(), lockedMs = maxLockedMs }: { metrics?: Pick<Metrics, 'timeCommit'>; lockedMs?: number } = {},
): JournalWriter {
  let waiting: Append[] = [];
  let writing = false;
  let begunMs = Number.NEGATIVE_INFINITY;
  let isFull = false;

  const settle = (append: Append, outcome: PartOutcome | undefined) => {
    if (outcome === 'written') append.resolve();
    else if (outcome === 'taken-over') append.reject(refuse('universe-taken-over'));
    else if (performance.now() - append.sinceMs > lockedMs) append.reject(new Error('The universe is locked by another transaction.'));
    // Before those that came later.
    else waiting.unshift(append);
  };

  const write = async (batch: readonly Append[]): Promise<void> => {
    const edits = batch.reduce((sum, append) => sum + append.edits, 0);
    try {
      const outcomes = await metrics.timeCommit(edits, () => insertJournalBatch(db, batch));
      for (const append of batch) settle(append, outcomes.get(append.universeId));
    } catch (error) {
      // A database that can't be written now fails all of them. Otherwise one of them is at fault, and must not fail the others.
      if (batch.length === 1 || failureOf(error) !== null) {
        for (const append of batch) append.reject(error);
        return;
      }
      const half = Math.ceil(batch.length / 2);
      await write(batch.slice(0, half));
      await write(batch.slice(half));
    }
  };

  const writeAll = async () => {
    while (waiting.length > 0) {
      if (!isFull) await untilTurn(begunMs);
      begunMs = performance.now();
      const { batch, rest, ...cut } = cutBatch(waiting);
      isFull = cut.isFull;
      waiting = rest;
      await write(batch);
    }
    writing = false;
  };

  return {
    append(universeId, epoch, entries) {
      const rows = journalRowsOf(entries.map((entry) => ({ ...entry, universeId, epoch })));
      return new Promise((resolve, reject) => {
        waiting.push({ universeId, epoch, rows, edits: entries.length, sinceMs: performance.now(), resolve, reject });
        if (writing) return;
        writing = true;
        void writeAll();
      });
    },
  };
}

/** Waits until a commit may begin, and for what else is handed over in this turn of the event loop. */
async function untilTurn(begunMs: number): Promise<void> {
  const restMs = untilCommitMs(performance.now(), begunMs);
  // A timer ignores fractions, and a second commit for the same beat must not begin just before it.
  if (restMs > 0) await sleep(Math.ceil(restMs));
  await allOfThisTurn();
}

/** Takes a batch from the beginning, with one append of each universe, which keeps their order. `isFull`: there is more than fits. */
function cutBatch(waiting: readonly Append[]): { batch: Append[]; rest: Append[]; isFull: boolean } {
  const batch: Append[] = [];
  const rest: Append[] = [];
  const universes = new Set<string>();
  let length = 0;
  let isFull = false;
  for (const append of waiting) {
    const isNext = !universes.has(append.universeId);
    universes.add(append.universeId);
    const fits = batch.length === 0 || length + append.rows.length <= maxBatchLength;
    isFull ||= !fits;
    if (!isNext || !fits) {
      rest.push(append);
      continue;
    }
    batch.push(append);
    length += append.rows.length;
  }
  return { batch, rest, isFull };
}
