import { refuse } from '../../../shared/refusals/refuse.ts';
import { applyEdit, atBeginOfRun, documentVersion, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import { selectDocument, writeDocument } from '../../db/repositories/documents/documents.ts';
import { changedGroup, writeGroup } from '../../db/repositories/documents/parameter-groups.ts';
import { insertCheckpoint } from '../../db/repositories/documents/history.ts';
import { selectClientSequences } from '../../db/repositories/documents/journal.ts';
import { moveCheckpoint } from '../../db/repositories/universes/universes.ts';
import { limitConcurrency } from '../../ops/limit-concurrency.ts';
import type { UniverseHolders } from '../processes/universe-holders.ts';
import { createAuthorKeeper } from './keep-authors.ts';
import { createCheckedDocuments } from './checked-documents.ts';
import { createJournalWriter, type JournalEntry, type JournalWriter } from './journal-writer.ts';

/** A document with its position in the journal: it includes all edits up to and including `sequence`. */
export interface PlacedDocument {
  document: UniverseDocument;
  sequence: number;
}

export interface OpenedUniverse extends PlacedDocument {
  epoch: number;
  /** The document as the tables have it, or null if it has an older document version. */
  stored: UniverseDocument | null;
  /** The sequence of the last document in the history. */
  lastMoment: number;
}

/**
 * Checkpoints at a time: fewer than there are connections to the database. A process that stops closes hundreds of rooms at once, each of which
 * writes one.
 */
const checkpointsAtOnce = 6;
export type DocumentService = ReturnType<typeof createDocumentService>;

/** Stored documents: the tables hold a checkpoint, the journal all later edits. */
export function createDocumentService(db: Database, holders: UniverseHolders, journal: JournalWriter = createJournalWriter(db)) {
  const documents = createCheckedDocuments();
  const inTurn = limitConcurrency(checkpointsAtOnce);
  const keepAuthorsOf = createAuthorKeeper(db);
  const load = async (universeId: string): Promise<Omit<OpenedUniverse, 'epoch' | 'lastMoment'>> => {
    const found = await selectDocument(db, universeId);
    if (!found) throw refuse('no-universe');
    const kept = documents.of(universeId, found.text);
    let document = kept;
    let { sequence } = found;
    for (const row of found.later) {
      if (!refuseEdit(document, row.edit)) document = applyEdit(document, row.edit, row.tick);
      sequence = row.sequence;
    }
    return { document, sequence, stored: found.version === documentVersion ? kept : null };
  };

  return {
    /** @throws AppError `not-found`, or `internal-error` with the fields if the stored rows break a rule. */
    async load(universeId: string): Promise<PlacedDocument> {
      const { document, sequence } = await load(universeId);
      return { document, sequence };
    },

    /**
     * Claims the universe for a new run. The run that had it can't write any more. `keeps`: this process holds it until `release`.
     * @throws as `load`, or HeldElsewhere
     */
    async open(universeId: string, keeps: boolean): Promise<OpenedUniverse> {
      const universe = await (keeps ? holders.hold : holders.visit)(universeId);
      const { document, ...placed } = await load(universeId);
      const { epoch, lastMoment } = universe;
      // A universe without a history gets its first document here.
      if (lastMoment === null) await insertCheckpoint(db, universeId, { document, sequence: placed.sequence }, { apart: 0, epoch });
      return { ...placed, document: atBeginOfRun(document), epoch, lastMoment: lastMoment ?? placed.sequence };
    },

    /** Lets other processes open the universe. */
    release: holders.release,

    /** Commits entries to the journal. @throws AppError `conflict` if another run has claimed the universe. */
    async append(universeId: string, epoch: number, entries: readonly JournalEntry[]): Promise<void> {
      await keepAuthorsOf(entries);
      await journal.append(universeId, epoch, entries);
    },

    /** Returns the last sequence of each of these clients in the journal. */
    clientSequences: (universeId: string, clientIds: readonly string[]) => selectClientSequences(db, universeId, clientIds),

    /** Moves the checkpoint over edits that do not change the document, such as played notes, so that they are not read again. */
    async pass(universeId: string, epoch: number, sequence: number): Promise<void> {
      await moveCheckpoint(db, universeId, epoch, sequence);
    },

    /**
     * Writes a document to the tables; only the difference to `stored` if that is known. Does nothing if another run has claimed the
     * universe.
     */
    async checkpoint(
      universeId: string,
      epoch: number,
      { document, sequence }: PlacedDocument,
      stored: UniverseDocument | null,
    ): Promise<void> {
      const group = stored && changedGroup(document, stored);
      await inTurn(() =>
        group
          ? writeGroup(db, group, universeId, epoch, { document, sequence })
          : db.transaction(async (tx) => {
              if (await moveCheckpoint(tx, universeId, epoch, sequence)) await writeDocument(tx, universeId, document, stored);
            }),
      );
    },

    /** Stores a document in the history. @returns false if another run has claimed the universe, or one is less than `apart` edits before it. */
    keepMoment: (universeId: string, epoch: number, placed: PlacedDocument, apart: number): Promise<boolean> =>
      insertCheckpoint(db, universeId, placed, { apart, epoch }),
  };
}
