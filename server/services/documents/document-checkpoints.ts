import type { UniverseDocument } from '../../../shared/universe/index.ts';
import type { DocumentService, OpenedUniverse } from './document-service.ts';

/** The tables are brought up to date after so many edits, so that opening a universe stays quick. */
const editsPerCheckpoint = 200;
/** The interval between documents in the history, in edits: it limits how many edits are replayed to reach any version. */
const editsPerMoment = 1000;

/**
 * Writes the document of a run to the tables. A checkpoint that fails costs nothing but time at the next opening: the journal holds
 * every edit.
 */
export function createDocumentCheckpoints(
  universeId: string,
  opened: OpenedUniverse,
  documents: Pick<DocumentService, 'pass' | 'checkpoint' | 'keepMoment'>,
) {
  const { epoch } = opened;
  let { sequence: lastSequence, stored, lastMoment } = opened;
  /**
   * True for the first checkpoint after each multiple of `editsPerMoment`; checkpoints are closer together than half of that. Asked here,
   * as the database would get a whole document only to find that it has one.
   */
  const isMomentDue = (sequence: number): boolean =>
    sequence % editsPerMoment < editsPerMoment / 2 && sequence - lastMoment >= editsPerMoment / 2;
  return {
    isDue: (sequence: number): boolean => sequence - lastSequence >= editsPerCheckpoint,

    isBehind: (sequence: number): boolean => sequence > lastSequence,

    async write(document: UniverseDocument, sequence: number): Promise<void> {
      const isChanged = document !== stored;
      if (isChanged) await documents.checkpoint(universeId, epoch, { document, sequence }, stored);
      else await documents.pass(universeId, epoch, sequence);
      lastSequence = sequence;
      stored = document;
      if (!isChanged || !isMomentDue(sequence)) return;
      if (await documents.keepMoment(universeId, epoch, { document, sequence }, editsPerMoment / 2)) lastMoment = sequence;
    },
  };
}
