import { applyEdit, refuseEdit } from '../apply-edit.ts';
import type { UniverseDocument } from '../document.ts';
import type { Edit } from '../edits.ts';
import { type DocumentCell, differences, overlap, valueOf, writesOf } from './writes.ts';

/** A value that others had given a cell, and the value that the user's own later edits give it. */
export interface Overwritten {
  cell: DocumentCell;
  theirs: unknown;
  own: unknown;
}

/**
 * Returns the changes of others during an absence that the user's own edits from then overwrite, in the order of the document.
 * @param before the document as the user knew it; `after` as it is now, before `pending`, the user's own edits that are not known to be in
 * it. Some of them may be in it anyway: a value that the user has given a cell does not count as another user's.
 */
export function overwritten(before: UniverseDocument, after: UniverseDocument, pending: readonly Edit[], tick: number): Overwritten[] {
  const given = new Map<DocumentCell, Set<string>>();
  let document = after;
  for (const edit of pending) {
    if (refuseEdit(document, edit)) continue;
    const next = applyEdit(document, edit, tick);
    for (const { cell, after: value } of writesOf(document, edit, next)) {
      if (!given.has(cell)) given.set(cell, new Set());
      given.get(cell)!.add(JSON.stringify(value));
    }
    document = next;
  }
  const changed = [...differences(before, after).keys()];
  return [...given]
    .filter(([cell, own]) => changed.some((other) => overlap(cell, other)) && !own.has(JSON.stringify(valueOf(after, cell))))
    .map(([cell]) => ({ cell, theirs: valueOf(after, cell), own: valueOf(document, cell) }))
    .filter(({ theirs, own }) => JSON.stringify(theirs) !== JSON.stringify(own));
}
