import { applyEdit, refuseEdit } from '../apply-edit.ts';
import type { UniverseDocument } from '../document.ts';
import type { Edit } from '../edits.ts';
import { type DocumentCell, differences, overlap, valueOf, writesOf } from './writes.ts';

/** What others had given a cell, and what it becomes by one's own edits, which come after. */
export interface Overwritten {
  cell: DocumentCell;
  theirs: unknown;
  own: unknown;
}

/**
 * What others changed while one was away and one's own edits from then go over, in the order of the document.
 * @param before the document as one knew it; `after` as it is now, before `pending`, one's own edits that are not known to be in it.
 * Some of them may be all the same: what stands in a cell that one has given it oneself is nobody else's.
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
