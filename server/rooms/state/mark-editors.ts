import { EditorState, type MemberState, type UniverseState } from '../../../shared/room/state.ts';
import { type Edit, isStoryboardEdit } from '../../../shared/universe/index.ts';
import { cellsOf } from '../../../shared/universe/undo/index.ts';

const kindOfList: Readonly<Record<string, string>> = { emitters: 'emitter', wells: 'well' };

/** Marks the last editor of each part of the document. The state already contains these edits. */
export function markEditors(state: UniverseState, edits: readonly { edit: Edit; memberId: string }[]): void {
  const authors = new Map<string, string>();
  for (const { edit, memberId } of edits) for (const mark of marksOf(edit)) authors.set(mark, memberId);
  for (const [mark, memberId] of authors) markEditor(state, mark, state.members.get(memberId));
}

/** Returns the keys of `editedBy` that an edit touches. */
function marksOf(edit: Edit): readonly string[] {
  return isStoryboardEdit(edit) ? ['storyboard'] : cellsOf(edit).map(markOf);
}

/** Returns the key of a cell: `parameters/KEY` becomes `KEY`, `emitters/ID/x` becomes `emitter:ID`, `affinities/7` becomes `affinities`. */
function markOf(cell: string): string {
  const [branch = '', name = ''] = cell.split('/');
  if (branch === 'parameters') return name;
  const kind = kindOfList[branch];
  return kind ? `${kind}:${name}` : branch;
}

/** Returns false for the key of an emitter or a well that was removed. */
function isThere(state: UniverseState, mark: string): boolean {
  const [kind, id] = mark.split(':');
  if (id === undefined) return true;
  return (kind === kindOfList.emitters ? state.emitters : state.wells).has(id);
}

function markEditor(state: UniverseState, mark: string, by: MemberState | undefined): void {
  if (!by || !isThere(state, mark)) return void state.editedBy.delete(mark);
  if (state.editedBy.get(mark)?.memberId === by.id) return;
  state.editedBy.set(mark, new EditorState().assign({ memberId: by.id, name: by.name, colour: by.colour }));
}
