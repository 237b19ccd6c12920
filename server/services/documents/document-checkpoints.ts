import type { UniverseDocument } from '../../../shared/universe/index.ts';
import type { DocumentService, OpenedUniverse } from './document-service.ts';

/** The tables are brought up to date after so many edits, so that opening a universe stays quick. */
const editsPerCheckpoint = 200;

/**
 * Writes the document of a run to the tables. A checkpoint that fails costs nothing but time at the next opening: the journal holds
 * every edit.
 */
export function createDocumentCheckpoints(
  universeId: string,
  opened: OpenedUniverse,
  documents: Pick<DocumentService, 'pass' | 'checkpoint'>,
) {
  const { epoch } = opened;
  let { sequence: lastSequence, stored } = opened;
  return {
    isDue: (sequence: number): boolean => sequence - lastSequence >= editsPerCheckpoint,

    isBehind: (sequence: number): boolean => sequence > lastSequence,

    async write(document: UniverseDocument, sequence: number): Promise<void> {
      if (document === stored) await documents.pass(universeId, epoch, sequence);
      else await documents.checkpoint(universeId, epoch, { document, sequence }, stored);
      lastSequence = sequence;
      stored = document;
    },
  };
}
