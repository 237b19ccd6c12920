import { applyEdit, isPlainEdit, type PlainEdit, type UniverseDocument } from '../universe/index.ts';
import { differences, restoring } from '../universe/undo/index.ts';

const lists = ['emitters', 'wells'] as const;

const idsOf = (entities: readonly { id: string }[]) => entities.map(({ id }) => id).join(' ');

/** Removes the emitters or wells of one document and adds those of another, in their order. */
function replacing(list: (typeof lists)[number], from: UniverseDocument, to: UniverseDocument): PlainEdit[] {
  return list === 'emitters'
    ? [
        ...from.emitters.map(({ id }): PlainEdit => ({ kind: 'emitter.remove', id })),
        ...to.emitters.map((emitter): PlainEdit => ({ kind: 'emitter.add', emitter })),
      ]
    : [
        ...from.wells.map(({ id }): PlainEdit => ({ kind: 'well.remove', id })),
        ...to.wells.map((well): PlainEdit => ({ kind: 'well.add', well })),
      ];
}

const isOfList = (list: (typeof lists)[number], { kind }: PlainEdit) => kind.startsWith(list === 'emitters' ? 'emitter.' : 'well.');

/**
 * Returns edits that give a document the parameters, emitters, wells and affinities of another, one after the other; none when they are
 * equal. Its storyboard stays.
 */
export function editsBetween(from: UniverseDocument, to: UniverseDocument): PlainEdit[] {
  let edits = restoring(from, differences(from, { ...to, storyboard: from.storyboard }), 0).filter(isPlainEdit);
  const reached = edits.reduce((document, edit) => applyEdit(document, edit, 0), from);
  for (const list of lists) {
    // What is added comes last: another order takes all of them away first.
    if (idsOf(reached[list]) === idsOf(to[list])) continue;
    edits = [...edits.filter((edit) => !isOfList(list, edit)), ...replacing(list, from, to)];
  }
  return edits;
}

/** Returns a document after the edits that lead to another: its storyboard lets go of what they change, as when they are made. */
export function movedTowards(from: UniverseDocument, to: UniverseDocument): UniverseDocument {
  return editsBetween(from, to).reduce((document, edit) => applyEdit(document, edit, 0), from);
}
