import type { UniverseState } from '../../../shared/room/state.ts';
import type { EditLog } from '../../services/documents/edit-log.ts';
import { markEditors } from './mark-editors.ts';
import { writeDocumentToState } from './write-document.ts';
import type { AuthoredEdit } from '../../services/documents/authored-edit.ts';

/** Resets the state to the beginning of a run. */
export function beginState(state: UniverseState, { firstDocument, epoch }: EditLog): void {
  writeDocumentToState(state, firstDocument);
  state.epoch = epoch;
  state.tick = 0;
}

/** Updates the state to a log that has taken `edits`. */
export function followLog(state: UniverseState, { document }: EditLog, edits: readonly AuthoredEdit[]): void {
  writeDocumentToState(state, document);
  markEditors(state, edits);
}
