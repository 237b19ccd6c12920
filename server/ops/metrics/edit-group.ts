import { groupOf, type ParameterGroup, type ParameterKey } from '../../../shared/parameters/index.ts';
import { type Edit, isStoryboardEdit } from '../../../shared/universe/index.ts';

/** The part of a universe that an edit changes; `mixed` for several groups, `unknown` for what is no edit. */
export type EditGroup = ParameterGroup | 'emitters' | 'wells' | 'species' | 'notes' | 'run' | 'storyboard' | 'mixed' | 'unknown';

export function editGroupOf(edit: Edit): EditGroup {
  if (isStoryboardEdit(edit)) return 'storyboard';
  switch (edit.kind) {
    case 'compound':
      return commonGroup(edit.edits.map(editGroupOf));
    case 'parameters.set':
      return commonGroup((Object.keys(edit.values) as ParameterKey[]).map(groupOf));
    case 'emitter.add':
    case 'emitter.set':
    case 'emitter.remove':
      return 'emitters';
    case 'well.add':
    case 'well.set':
    case 'well.remove':
      return 'wells';
    case 'affinities.set':
      return 'species';
    case 'restart':
      return 'run';
    case 'note.press':
    case 'note.release':
      return 'notes';
  }
}

function commonGroup(all: readonly EditGroup[]): EditGroup {
  const groups = new Set(all);
  const [first] = groups;
  return groups.size === 1 && first ? first : 'mixed';
}
