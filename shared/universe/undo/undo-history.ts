import type { UniverseDocument } from '../document.ts';
import type { Edit } from '../edits.ts';
import { restoring } from './restore.ts';
import { type DocumentCell, overlap, type Write, writesOf } from './writes.ts';

export type Direction = 'undo' | 'redo';

/** The author of an edit: another user, this user, or one of the edits that a reversal made. */
export type Origin = 'other' | 'own' | Reversal;

/** An edit of the log, with the document right before and after it. */
export interface Logged {
  sequence: number;
  edit: Edit;
  before: UniverseDocument;
  after: UniverseDocument;
}

/** The result of an undo or redo. */
export interface Reversal {
  direction: Direction;
  edits: Edit[];
  /** Cells that stay as they are, because another user has changed them since. */
  kept: DocumentCell[];
}

/** The effect of one gesture: the place of its first edit in the log, and the change of each cell. */
interface Step {
  sequence: number;
  writes: Map<DocumentCell, Omit<Write, 'cell'>>;
  atMs: number;
  /** The reversal that made it, if any. */
  reversal: Reversal | null;
}

/** The user's own edits of a run, as far as they can be undone. */
export interface UndoHistory {
  /** Takes every edit of the log, in its order. */
  observe(logged: Logged, origin: Origin, atMs: number): void;
  /** Undoes the last own gesture, or redoes the last undone one. Null when there is none. */
  reverse(direction: Direction, document: UniverseDocument, tick: number): Reversal | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Edits of the same cells within this time are one gesture. */
const gestureMs = 600;
const maxSteps = 200;

/**
 * Keeps the effects of the user's own edits, and never restores a value that another user has written since: not even if the user has
 * changed the cell again after that, since the value before has been overwritten twice by then.
 */
export function createUndoHistory(): UndoHistory {
  const steps: Record<Direction, Step[]> = { undo: [], redo: [] };
  /** The place in the log of the last change of a cell by another user. */
  const others = new Map<DocumentCell, number>();

  const isTaken = (cell: DocumentCell, since: number) => {
    for (const [other, sequence] of others) if (sequence > since && overlap(cell, other)) return true;
    return false;
  };

  /** True when `writes` continue the gesture of `step`. */
  const goesOn = (step: Step, writes: readonly Write[], atMs: number) =>
    step.reversal === null &&
    atMs - step.atMs <= gestureMs &&
    writes.length === step.writes.size &&
    // Adding or removing an entity is a separate gesture.
    writes.every(
      ({ cell, before, after }) => step.writes.has(cell) && before !== undefined && after !== undefined && !isTaken(cell, step.sequence),
    );

  const add = (list: Step[], sequence: number, writes: readonly Write[], atMs: number, reversal: Reversal | null) => {
    const last = list.at(-1);
    if (last && (reversal ? last.reversal === reversal : goesOn(last, writes, atMs))) {
      for (const { cell, before, after } of writes) last.writes.set(cell, { before: (last.writes.get(cell) ?? { before }).before, after });
      last.atMs = atMs;
      return;
    }
    list.push({ sequence, writes: new Map(writes.map(({ cell, before, after }) => [cell, { before, after }])), atMs, reversal });
    if (list.length > maxSteps) list.shift();
  };

  return {
    observe({ sequence, edit, before, after }, origin, atMs) {
      const writes = writesOf(before, edit, after);
      if (writes.length === 0) return;
      if (origin === 'other') {
        for (const { cell } of writes) others.set(cell, sequence);
      } else if (origin === 'own') {
        add(steps.undo, sequence, writes, atMs, null);
        steps.redo = [];
      } else {
        add(steps[origin.direction === 'undo' ? 'redo' : 'undo'], sequence, writes, atMs, origin);
      }
    },

    reverse(direction, document, tick) {
      const step = steps[direction].pop();
      if (!step) return null;
      const back = new Map<DocumentCell, unknown>();
      const kept: DocumentCell[] = [];
      for (const [cell, { before }] of step.writes) {
        if (isTaken(cell, step.sequence)) kept.push(cell);
        else back.set(cell, before);
      }
      return { direction, edits: restoring(document, back, tick), kept };
    },

    get canUndo() {
      return steps.undo.length > 0;
    },
    get canRedo() {
      return steps.redo.length > 0;
    },
  };
}
