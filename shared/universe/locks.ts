import { type ParameterGroup, parameterGroups, registry } from '../parameters/index.ts';
import type { Edit } from './edits.ts';
import { isStoryboardEdit } from './storyboard/index.ts';

/** The parts of a universe that its owner can lock: a group of parameters, the emitters and wells, or the storyboard. */
export const lockGroups = [...parameterGroups, 'things', 'storyboard'] as const;
export type LockGroup = (typeof lockGroups)[number];

const groupOfKey = new Map<string, ParameterGroup>(
  parameterGroups.flatMap((group) => Object.keys(registry[group]).map((key) => [key, group] as const)),
);

/** Returns the lock that refuses an edit, and the path of the refused part; null if it may pass. */
export function lockedBy(edit: Edit, locks: readonly LockGroup[]): { group: LockGroup; path: string } | null {
  const at = (group: LockGroup, path: string) => (locks.includes(group) ? { group, path } : null);
  if (isStoryboardEdit(edit)) return at('storyboard', 'edit.kind');
  switch (edit.kind) {
    case 'compound':
      for (const [index, part] of edit.edits.entries()) {
        const locked = lockedBy(part, locks);
        if (locked) return { ...locked, path: locked.path.replace('edit.', `edit.edits.${index}.`) };
      }
      return null;
    case 'parameters.set':
      for (const key of Object.keys(edit.values)) {
        const locked = at(groupOfKey.get(key)!, `edit.values.${key}`);
        if (locked) return locked;
      }
      return null;
    case 'emitter.add':
    case 'emitter.set':
    case 'emitter.remove':
    case 'well.add':
    case 'well.set':
    case 'well.remove':
    case 'affinities.set':
      return at('things', 'edit.kind');
    case 'restart':
    case 'note.press':
    case 'note.release':
      return null;
  }
}
