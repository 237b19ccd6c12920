import { expect, it } from 'vitest';
import { parameterGroups, registry } from '../parameters/index.ts';
import { editSchema } from './edits.ts';
import { lockedBy, type LockGroup, lockGroups } from './locks.ts';
import type { Edit } from './edits.ts';

it('locks each parameter with its group, and with no other', () => {
  for (const group of parameterGroups) {
    for (const [key, { default: value }] of Object.entries(registry[group])) {
      const edit = { kind: 'parameters.set', values: { [key]: value } } as Edit;
      const others = lockGroups.filter((other) => other !== group);
      expect(lockedBy(edit, [group])).toEqual({ group, path: `edit.values.${key}` });
      expect(lockedBy(edit, others)).toBeNull();
    }
  }
});

it('has a lock for every kind of edit except those that do not change the document', () => {
  const free = ['restart', 'note.press', 'note.release'];
  const kinds = editSchema.options.map(({ shape }) => shape.kind.value);
  expect(kinds.length).toBeGreaterThan(10);
  const locks: LockGroup[] = [...lockGroups];
  for (const kind of kinds) {
    const edit = { kind, values: { gravity: 1 }, edits: [{ kind: 'parameters.set', values: { gravity: 1 } }] } as unknown as Edit;
    expect([kind, lockedBy(edit, locks) !== null]).toEqual([kind, !free.includes(kind)]);
    if (/^(storyboard|point|way|span|playhead)\./.test(kind)) expect(lockedBy(edit, ['storyboard'])?.group).toBe('storyboard');
  }
});
