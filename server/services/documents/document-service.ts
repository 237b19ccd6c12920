import { refuse } from '../../../shared/refusals/refuse.ts';
import { applyEdit, atBeginOfRun, documentVersion, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import { selectDocument, writeDocument } from '../../db/repositories/documents.ts';
import { keepAuthors } from '../../db/repositories/guests.ts';
import { keepMoment } from '../../db/repositories/history.ts';
import { insertJournal, type JournalRow, selectClientSequences } from '../../db/repositories/journal.ts';
import { moveCheckpoint, raiseEpoch } from '../../db/repositories/universes.ts';
import { createCheckedDocuments } from './checked-documents.ts';
import { personOf } from '../accounts/user-service.ts';

/** A document with its place in the journal: all edits up to and including `sequence` are in it. */
export interface PlacedDocument {
  document: UniverseDocument;
  sequence: number;
}

export interface OpenedUniverse extends PlacedDocument {
  epoch: number;
  /** As the tables have it, or null where that is of an older form. */
  stored: UniverseDocument | null;
}

/** A row of the journal, as a room writes it. */
export type JournalEntry = Omit<JournalRow, 'universeId' | 'epoch'>;

/** A document of the history is kept every so many edits, so that none of its moments is far from one. */
const editsPerMoment = 1000;
/** Beyond that they are looked at anew. */
const mostKnownAuthors = 10_000;

export type DocumentService = ReturnType<typeof createDocumentService>;

/** Documents as they were acknowledged: the tables hold a checkpoint, the journal what came after. */
export function createDocumentService(db: Database) {
  const documents = createCheckedDocuments();
  /** Users who are known to be stored and marked as authors. */
  const authors = new Set<string>();
  /** An edit may be the first thing that is kept of a guest. */
  const keepAuthorsOf = async (entries: readonly JournalEntry[]) => {
    const fresh = [...new Set(entries.map(({ userId }) => userId))].filter((userId) => !authors.has(userId));
    if (fresh.length === 0) return;
    await keepAuthors(db, fresh.map(personOf));
    if (authors.size > mostKnownAuthors) authors.clear();
    for (const userId of fresh) authors.add(userId);
  };
  const load = async (universeId: string): Promise<Omit<OpenedUniverse, 'epoch'>> => {
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
    /** @throws AppError `not-found`, or `internal-error` with the fields where the stored rows break a rule. */
    async load(universeId: string): Promise<PlacedDocument> {
      const { document, sequence } = await load(universeId);
      return { document, sequence };
    },

    /** Takes the universe for a new run. Whoever held it can write no more. @throws as `load`. */
    async open(universeId: string): Promise<OpenedUniverse> {
      const universe = await raiseEpoch(db, universeId);
      if (!universe) throw refuse('no-universe');
      const { document, ...placed } = await load(universeId);
      // Where there was no history yet, it begins here.
      if (!universe.hasHistory) await keepMoment(db, universeId, placed.sequence, document, 0);
      return { ...placed, document: atBeginOfRun(document), epoch: universe.epoch };
    },

    /** Commits entries to the journal. @throws AppError `conflict` where another run has taken the universe. */
    async append(universeId: string, epoch: number, entries: readonly JournalEntry[]): Promise<void> {
      await keepAuthorsOf(entries);
      const rows = entries.map((entry) => ({ ...entry, universeId, epoch }));
      if (!(await insertJournal(db, universeId, epoch, rows))) {
        throw refuse('universe-taken-over');
      }
    },

    /** The numbers that the journal holds of these clients. */
    clientSequences: (universeId: string, clientIds: readonly string[]) => selectClientSequences(db, universeId, clientIds),

    /** Moves the checkpoint over edits that left the document as it stands in the tables, such as played notes: nobody has to read them again. */
    async pass(universeId: string, epoch: number, sequence: number): Promise<void> {
      await moveCheckpoint(db, universeId, epoch, sequence);
    },

    /** Writes a document to the tables, which have `stored`, where that is known; nothing happens where another run has taken the universe. */
    async checkpoint(
      universeId: string,
      epoch: number,
      { document, sequence }: PlacedDocument,
      stored: UniverseDocument | null,
    ): Promise<void> {
      await db.transaction(async (tx) => {
        if (await moveCheckpoint(tx, universeId, epoch, sequence)) await writeDocument(tx, universeId, document, stored);
        // The checkpoint that first comes by a thousand: they are never so far apart.
        if (sequence % editsPerMoment < editsPerMoment / 2) await keepMoment(tx, universeId, sequence, document, editsPerMoment / 2);
      });
    },
  };
}
