import { ZodError } from 'zod';
import { AppError } from '../../shared/api/errors.ts';
import { fieldIssues } from '../../shared/api/field-issues.ts';
import { applyEdit, readDocument, refuseEdit, type UniverseDocument } from '../../shared/universe/index.ts';
import type { Database } from '../db/database.ts';
import { selectDocument, writeDocument } from '../db/repositories/documents.ts';
import { insertJournal, type JournalRow, selectClientSequences, selectJournal } from '../db/repositories/journal.ts';
import { moveCheckpoint, raiseEpoch, selectUniverse } from '../db/repositories/universes.ts';

/** A document with its place in the journal: all edits up to and including `sequence` are in it. */
export interface PlacedDocument {
  document: UniverseDocument;
  sequence: number;
}

export interface OpenedUniverse extends PlacedDocument {
  epoch: number;
}

/** A row of the journal, as a room writes it. */
export type JournalEntry = Omit<JournalRow, 'universeId' | 'epoch'>;

export type DocumentService = ReturnType<typeof createDocumentService>;

/** Documents as they were acknowledged: the tables hold a checkpoint, the journal what came after. */
export function createDocumentService(db: Database) {
  const load = async (universeId: string): Promise<PlacedDocument> => {
    const universe = await selectUniverse(db, universeId);
    const stored = universe && (await selectDocument(db, universeId));
    if (!universe || !stored) throw new AppError('not-found', 'There is no such universe.');
    let document = checked(universeId, stored);
    let sequence = universe.checkpointSequence;
    for (const row of await selectJournal(db, universeId, sequence)) {
      if (!refuseEdit(document, row.edit)) document = applyEdit(document, row.edit);
      sequence = row.sequence;
    }
    return { document, sequence };
  };

  return {
    /** @throws AppError `not-found`, or `internal-error` with the fields where the stored rows break a rule. */
    load,

    /** Takes the universe for a new run. Whoever held it can write no more. @throws as `load`. */
    async open(universeId: string): Promise<OpenedUniverse> {
      const universe = await raiseEpoch(db, universeId);
      if (!universe) throw new AppError('not-found', 'There is no such universe.');
      return { ...(await load(universeId)), epoch: universe.epoch };
    },

    /** Commits entries to the journal. @throws AppError `conflict` where another run has taken the universe. */
    async append(universeId: string, epoch: number, entries: readonly JournalEntry[]): Promise<void> {
      const rows = entries.map((entry) => ({ ...entry, universeId, epoch }));
      if (!(await insertJournal(db, universeId, epoch, rows))) {
        throw new AppError('conflict', 'Another server has taken this universe.');
      }
    },

    /** The numbers that the journal holds of these clients. */
    clientSequences: (universeId: string, clientIds: readonly string[]) => selectClientSequences(db, universeId, clientIds),

    /** Moves the checkpoint over edits that left the document as it stands in the tables, such as played notes: nobody has to read them again. */
    async pass(universeId: string, epoch: number, sequence: number): Promise<void> {
      await moveCheckpoint(db, universeId, epoch, sequence);
    },

    /** Writes a document to the tables; nothing happens where another run has taken the universe. */
    async checkpoint(universeId: string, epoch: number, { document, sequence }: PlacedDocument): Promise<void> {
      await db.transaction(async (tx) => {
        if (await moveCheckpoint(tx, universeId, epoch, sequence)) await writeDocument(tx, universeId, document);
      });
    },
  };
}

function checked(universeId: string, stored: unknown): UniverseDocument {
  try {
    return readDocument(stored);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const issues = fieldIssues(error, stored);
    throw new AppError(
      'internal-error',
      `The stored universe ${universeId} is damaged: ${issues.map(({ path, rule }) => `${path} ${rule}`).join('; ')}.`,
      {
        issues,
        cause: error,
      },
    );
  }
}
