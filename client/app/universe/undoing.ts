import type { Edit, UniverseDocument } from '../../../shared/universe/index.ts';
import { createUndoHistory, type Direction, type Logged, type Origin, type Reversal } from '../../../shared/universe/undo/index.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';

/** Undoes and redoes the user's own changes of the open universe. */
export interface Undoing {
  /** Call with every confirmed edit of a run, in the order of the edit log. */
  observe(logged: Logged, origin: Origin): void;
  /** Call when another run begins: the history is cleared. */
  forget(): void;
  reverse(direction: Direction, confirmed: Confirmed): void;
  /** Call when edits were confirmed. */
  settle(confirmed: Confirmed): void;
}

/** The document after all confirmed edits, and its tick. */
interface Confirmed {
  readonly document: UniverseDocument;
  readonly tick: number;
}

interface Room {
  edit(edit: Edit, reversal: Reversal): void;
  pendingEdits(): readonly Edit[];
}

const keptWords: Readonly<Record<Direction, { all: Sentence; some: Sentence }>> = {
  undo: {
    all: 'Someone else has changed this since: it was not undone.',
    some: 'Someone else has changed some of this since: that was not undone.',
  },
  redo: {
    all: 'Someone else has changed this since: it was not redone.',
    some: 'Someone else has changed some of this since: that was not redone.',
  },
};

/** @param room receives the edits. */
export function createUndoing(store: Store, room: Room): Undoing {
  let history = createUndoHistory();
  /** Requests made while edits were unconfirmed: their result is known once these are in the log. */
  let waiting: Direction[] = [];

  const tell = () => {
    store.undo.value = { canUndo: history.canUndo, canRedo: history.canRedo };
  };

  const reverse = (direction: Direction, { document, tick }: Confirmed) => {
    const reversal = history.reverse(direction, document, tick);
    if (!reversal) return;
    for (const edit of reversal.edits) room.edit(edit, reversal);
    if (reversal.kept.length > 0) {
      const { all, some } = keptWords[direction];
      showToast(store, 'info', say(reversal.edits.length === 0 ? all : some));
    }
  };

  const settle = (confirmed: Confirmed) => {
    while (waiting.length > 0 && room.pendingEdits().length === 0) reverse(waiting.shift()!, confirmed);
    tell();
  };

  return {
    observe: (logged, origin) => history.observe(logged, origin, performance.now()),
    forget() {
      history = createUndoHistory();
      waiting = [];
      tell();
    },
    reverse(direction, confirmed) {
      waiting.push(direction);
      settle(confirmed);
    },
    settle,
  };
}
