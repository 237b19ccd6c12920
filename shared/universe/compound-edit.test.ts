import { expect, it } from 'vitest';
import { applyEdit, defaultDocument, type Edit, editSchema, lockedBy, type PlainEdit, refuseEdit } from './index.ts';
import { createUndoHistory } from './undo/index.ts';

const before = defaultDocument();
const [emitter] = before.emitters;
const replacing: PlainEdit[] = [
  { kind: 'parameters.set', values: { gravity: 3, tempo: 90 } },
  { kind: 'emitter.remove', id: emitter!.id },
  { kind: 'emitter.add', emitter: { ...emitter!, x: 7 } },
];
const compound: Edit = { kind: 'compound', edits: replacing };

it('makes all its edits in their order', () => {
  expect(editSchema.parse(compound)).toEqual(compound);
  expect(refuseEdit(before, compound)).toBeNull();
  expect(applyEdit(before, compound, 5)).toEqual(replacing.reduce((document, edit) => applyEdit(document, edit, 5), before));
});

it('makes none of them if one is refused, and says which', () => {
  const refusal = refuseEdit(before, { kind: 'compound', edits: [replacing[0]!, { kind: 'well.remove', id: 'nowhere' }] });
  expect(refusal).toMatchObject({ path: 'edits.1.id', value: 'nowhere', reason: 'not-there' });
});

it('holds no edits but those of parameters, emitters, wells and species', () => {
  for (const edit of [{ kind: 'restart' }, compound, { kind: 'storyboard.unload' }])
    expect(editSchema.safeParse({ kind: 'compound', edits: [edit] }).success).toBe(false);
  expect(editSchema.safeParse({ kind: 'compound', edits: [] }).success).toBe(false);
});

it('is refused by the lock of any of its parts', () => {
  expect(lockedBy(compound, ['things'])).toEqual({ group: 'things', path: 'edit.edits.1.kind' });
  expect(lockedBy(compound, ['music'])).toEqual({ group: 'music', path: 'edit.edits.0.values.tempo' });
  expect(lockedBy(compound, ['visualization'])).toBeNull();
});

it('is one step of undo', () => {
  const history = createUndoHistory();
  const after = applyEdit(before, compound, 1);
  history.observe({ sequence: 1, edit: compound, before, after }, 'own', 0);
  const undone = history.reverse('undo', after, 2)!.edits.reduce((document, edit) => applyEdit(document, edit, 2), after);
  expect(undone).toEqual(before);
  expect(history.canUndo).toBe(false);
});
