import { applyEdit, type LoggedEdit, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Logged, Origin } from '../../../shared/universe/undo/index.ts';

/** The confirmed edit log of the current run. */
export interface RunLog {
  /** The document at tick 0; null if `edits` are only those since the page joined. */
  readonly firstDocument: UniverseDocument | null;
  /** The document with all confirmed edits. */
  readonly document: UniverseDocument;
  readonly edits: readonly LoggedEdit[];
  /** The sequence number of the last edit. */
  readonly lastSequence: number;
  /** Begins another run, with `document` at tick 0 and the edit log since. */
  begin(document: UniverseDocument, edits: readonly LoggedEdit[]): void;
  /** Joins a running run: `document` is the current one and includes `edits`, those after number `sequence`. */
  join(document: UniverseDocument, edits: readonly LoggedEdit[], sequence: number): void;
  /** Returns the edits that are not in the log yet. */
  newOf(edits: readonly LoggedEdit[]): LoggedEdit[];
  /** Applies confirmed edits. `origins` has the origin of each; without one, an edit is another member's. */
  take(edits: readonly LoggedEdit[], origins?: readonly Origin[]): void;
}

/** @param heard is called with each edit that changes the document. */
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
