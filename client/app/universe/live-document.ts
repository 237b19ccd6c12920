import { applyEdit, type Edit, type LoggedEdit, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Direction, Origin, Reversal } from '../../../shared/universe/undo/index.ts';
import type { RoomConnection } from '../../net/room-client.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';
import { createRunLog, type RunLog } from './run-log.ts';
import type { Staging } from './staging.ts';
import { createUndoing } from './undoing.ts';

/** The document of the open universe: what the room has confirmed, and over it the edits of this page that wait for its word. */
export interface LiveDocument {
  /** The run as far as it is confirmed. */
  readonly run: RunLog;
  /** The tick that is shown. */
  readonly tick: number;
  /** Shows what is confirmed with what waits laid over it: a hand is answered at once. */
  show(): void;
  /** Edits the document, where the user may. */
  edit(edit: Edit): void;
  /** Undoes the last change of the user, or does it again. */
  reverse(direction: Direction): void;
  /** Takes in what the room has confirmed. `origins` says of each edit whose it is. */
  take(edits: readonly LoggedEdit[], origins?: readonly Origin[]): void;
  /** Edits of this page have been confirmed or refused. */
  settle(): void;
  /** Another run has begun: nothing of the one before can be undone. */
  forgetUndo(): void;
}

interface LiveDocumentOptions {
  store: Store;
  room: Pick<RoomConnection, 'edit' | 'pendingEdits'>;
  staging: Staging;
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
