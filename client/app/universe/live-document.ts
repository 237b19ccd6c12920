import { applyEdit, type Edit, type LoggedEdit, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Direction, Origin, Reversal } from '../../../shared/universe/undo/index.ts';
import type { RoomConnection } from '../../net/room-client.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';
import { createRunLog, type RunLog } from './run-log.ts';
import type { EffectiveDocument } from './effective-document.ts';
import { createUndoing } from './undoing.ts';

/** The document of the open universe: the confirmed document with this page's unconfirmed edits on top. */
export interface LiveDocument {
  /** The confirmed part of the run. */
  readonly run: RunLog;
  /** The tick that is shown. */
  readonly tick: number;
  /** Shows the confirmed document with the unconfirmed edits on top: the user's edits are visible at once. */
  show(): void;
  /** Edits the document, if the user may. */
  edit(edit: Edit): void;
  /** Undoes the last change of the user, or redoes it. */
  reverse(direction: Direction): void;
  /** Applies confirmed edits. `origins` has the origin of each. */
  take(edits: readonly LoggedEdit[], origins?: readonly Origin[]): void;
  /** Call when edits of this page were confirmed or refused. */
  settle(): void;
  /** Call when another run begins: nothing of the previous one can be undone. */
  forgetUndo(): void;
}

interface LiveDocumentOptions {
  store: Store;
  room: Pick<RoomConnection, 'edit' | 'pendingEdits'>;
  staging: EffectiveDocument;
  document: UniverseDocument;
  /** Called with each edit that this page sends. */
  edited: (edit: Edit) => void;
}

export function createLiveDocument({ store, room, staging, document, edited }: LiveDocumentOptions): LiveDocument {
  const send = (edit: Edit, reversal?: Reversal) => {
    room.edit(edit, reversal);
    edited(edit);
  };
  const undoing = createUndoing(store, { edit: send, pendingEdits: () => room.pendingEdits() });
  const run = createRunLog(document, undoing.observe);
  const confirmed = () => ({ document: run.document, tick: staging.tick });
  const show = () => {
    let shown = run.document;
    for (const edit of room.pendingEdits()) if (!refuseEdit(shown, edit)) shown = applyEdit(shown, edit, staging.tick);
    staging.show(shown);
  };

  return {
    run,
    get tick() {
      return staging.tick;
    },
    show,
    edit(edit) {
      if (!store.canEdit.value) {
        showToast(store, 'info', say('You are watching. Remix this universe to play with a copy of your own.'));
        return;
      }
      send(edit);
      show();
    },
    reverse(direction) {
      if (!store.canEdit.value) return;
      undoing.reverse(direction, confirmed());
      show();
    },
    take: (edits, origins) => run.take(edits, origins),
    settle() {
      undoing.settle(confirmed());
      show();
    },
    forgetUndo: () => undoing.forget(),
  };
}
