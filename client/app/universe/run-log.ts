import { applyEdit, type LoggedEdit, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Logged, Origin } from '../../../shared/universe/undo/index.ts';

/** What the room has confirmed of the present run. */
export interface RunLog {
  /** What the run began with, at tick 0; null where `edits` are only those since one came. */
  readonly firstDocument: UniverseDocument | null;
  /** With all that is confirmed. */
  readonly document: UniverseDocument;
  readonly edits: readonly LoggedEdit[];
  /** Of the last edit that it has. */
  readonly lastSequence: number;
  /** Begins another run, with `document` at tick 0 and the log since. */
  begin(document: UniverseDocument, edits: readonly LoggedEdit[]): void;
  /** Begins to follow a run that is under way: `document` is as it is now, with `edits`, those after the one of number `sequence`. */
  join(document: UniverseDocument, edits: readonly LoggedEdit[], sequence: number): void;
  /** Those of them that are not in the log yet. */
  newOf(edits: readonly LoggedEdit[]): LoggedEdit[];
  /** Takes confirmed edits in. `origins` says of each whose it is; of whom nothing is said, they are somebody else's. */
  take(edits: readonly LoggedEdit[], origins?: readonly Origin[]): void;
}

/** @param heard is told of each edit that changes the document. */
export function createRunLog(begun: UniverseDocument, heard: (logged: Logged, origin: Origin) => void): RunLog {
  let firstDocument: UniverseDocument | null = begun;
  let document = begun;
  let lastSequence = 0;
  let log: LoggedEdit[] = [];

  const take = (edits: readonly LoggedEdit[], origins: readonly Origin[] = []) => {
    for (const [index, { edit, sequence, tick }] of edits.entries()) {
      if (sequence <= lastSequence) continue;
      lastSequence = sequence;
      log.push({ sequence, tick, edit });
      if (refuseEdit(document, edit)) continue;
      const before = document;
      document = applyEdit(document, edit, tick);
      heard({ sequence, edit, before, after: document }, origins[index] ?? 'other');
    }
  };

  return {
    get firstDocument() {
      return firstDocument;
    },
    get document() {
      return document;
    },
    get edits() {
      return log;
    },
    get lastSequence() {
      return lastSequence;
    },
    begin(next, edits) {
      firstDocument = next;
      document = next;
      lastSequence = 0;
      log = [];
      take(edits);
    },
    join(next, edits, sequence) {
      firstDocument = null;
      document = next;
      lastSequence = edits.at(-1)?.sequence ?? sequence;
      log = [...edits];
    },
    newOf: (edits) => edits.filter(({ sequence }) => sequence > lastSequence),
    take,
  };
}
