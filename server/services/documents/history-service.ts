import { historyLimits } from '../../../shared/api/universes/history.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { applyEdit, readDocument, type LockGroup, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import { differences, restoring } from '../../../shared/universe/undo/index.ts';
import type { Database } from '../../db/database.ts';
import {
  countNamed,
  nameVersion,
  type NamedVersion,
  selectEditsBetween,
  selectCheckpointBefore,
  selectNamed,
  selectSignedEdits,
  unnameVersion,
} from '../../db/repositories/documents/history.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import type { DocumentService } from './document-service.ts';
import { pageOf, readCursor } from '../lists/list-cursor.ts';
import { refuseLocked } from './locks.ts';
import type { RunService } from './run-service.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

export type HistoryService = ReturnType<typeof createHistoryService>;

/** The number of edits that are read at a time: dragging a slider for half a minute makes nine hundred. */
const readAtOnce = 1000;
const maxSequence = 2 ** 31 - 1;

const isSequence = (value: number) => Number.isInteger(value) && value >= 0 && value <= maxSequence;
const noSuchMoment = () => refuse('not-in-history');

/** The history of a universe, as recorded in its journal. */
export function createHistoryService(db: Database, documents: DocumentService, runs: RunService) {
  const documentAt = async (universeId: string, sequence: number): Promise<UniverseDocument> => {
    if (!isSequence(sequence)) throw noSuchMoment();
    const kept = await selectCheckpointBefore(db, universeId, sequence);
    if (!kept) throw noSuchMoment();
    const edits = await selectEditsBetween(db, universeId, kept.sequence, sequence);
    if ((edits.at(-1)?.sequence ?? kept.sequence) !== sequence) throw noSuchMoment();
    return edits.reduce(
      (document, { edit, tick }) => (refuseEdit(document, edit) ? document : applyEdit(document, edit, tick)),
      readDocument(kept.document),
    );
  };

  return {
    /**
     * Returns the document right after an edit. @throws AppError `not-found` if the journal does not go back that far, or there is no such
     * edit.
     */
    documentAt,

    /** Returns stretches of edits, newest first. @throws AppError `invalid-input` if the cursor does not belong to this list. */
    async page(
      universeId: string,
      { cursor, limit }: { cursor?: string; limit: number },
    ): Promise<{ stretches: Stretch[]; next: string | null }> {
      const list = `history ${universeId}`;
      const found: Stretch[] = [];
      let before = cursor === undefined ? maxSequence : readCursor(list, cursor).value;
      for (let isMore = true; isMore && found.length <= limit;) {
        const edits = await selectSignedEdits(db, universeId, before, readAtOnce);
        isMore = edits.length === readAtOnce;
        const stretches = stretchesOf(edits);
        // The last stretch may continue before the edits that were read; a single stretch that is longer is returned in parts.
        if (isMore && stretches.length > 1) stretches.pop();
        found.push(...stretches);
        before = found.at(-1)?.first ?? 0;
      }
      const rows = found.map((stretch) => ({ ...stretch, value: stretch.first }));
      const { shown, next } = pageOf(list, rows, limit, () => '0');
      return { stretches: shown, next };
    },

    versions: (universeId: string): Promise<NamedVersion[]> => selectNamed(db, universeId),

    /** @throws AppError `not-found`, or `conflict` if there are too many named versions. */
    async name(universeId: string, sequence: number, name: string, authorId: string): Promise<void> {
      const document = await documentAt(universeId, sequence);
      await db.transaction(async (tx) => {
        await lockUniverse(tx, universeId);
        if ((await countNamed(tx, universeId, sequence)) >= historyLimits.versions.max) {
          throw refuse('version-limit', { max: historyLimits.versions.max });
        }
        await nameVersion(tx, { universeId, sequence, document, name, authorId });
      });
    },

    /** @throws AppError `not-found` if the version has no name. */
    async unname(universeId: string, sequence: number): Promise<void> {
      if (!isSequence(sequence) || !(await unnameVersion(db, universeId, sequence))) throw noSuchMoment();
    },

    /**
     * Restores an earlier document, unless an edit would change a locked part. @returns the number of edits. @throws AppError as
     * `documentAt` and `RunService.edit`.
     */
    async restore(universeId: string, userId: string, sequence: number, locks: readonly LockGroup[]): Promise<number> {
      const target = await documentAt(universeId, sequence);
      const { document } = await documents.load(universeId);
      const edits = restoring(document, differences(document, target), 0);
      for (const edit of edits) {
        const locked = refuseLocked(edit, locks);
        if (locked) throw locked;
      }
      if (edits.length > 0) await runs.editAll(universeId, userId, edits);
      return edits.length;
    },
  };
}
