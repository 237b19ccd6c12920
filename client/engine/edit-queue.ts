import type { LoggedEdit } from '../../shared/universe/index.ts';

/** Edits that wait for their tick, in the order of the edit log; each sequence is taken once, however often it arrives. */
export interface EditQueue {
  add(edits: readonly LoggedEdit[]): void;
  /** Takes the edits to apply before the step of `tick`: those stamped with it or, arriving late after a restore, before it. */
  takeUpTo(tick: number): LoggedEdit[];
  /** The highest sequence taken so far. */
  readonly lastTaken: number;
}

export function createEditQueue(afterSequence: number): EditQueue {
  let waiting: LoggedEdit[] = [];
  let lastAdded = afterSequence;
  let lastTaken = afterSequence;
  const none: LoggedEdit[] = [];
  return {
    add(edits) {
      for (const edit of edits) {
        if (edit.sequence <= lastAdded) continue;
        waiting.push(edit);
        lastAdded = edit.sequence;
      }
    },
    takeUpTo(tick) {
      if (waiting.length === 0 || waiting[0].tick > tick) return none;
      const end = waiting.findIndex((edit) => edit.tick > tick);
      const due = end < 0 ? waiting : waiting.slice(0, end);
      waiting = end < 0 ? [] : waiting.slice(end);
      lastTaken = due[due.length - 1].sequence;
      return due;
    },
    get lastTaken() {
      return lastTaken;
    },
  };
}
