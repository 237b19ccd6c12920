import { expect, it } from 'vitest';
import { applyEdit, defaultDocument, type Edit, type UniverseDocument } from '../index.ts';
import { overwritten, restoring } from './index.ts';

const gravity = (value: number): Edit => ({ kind: 'parameters.set', values: { gravity: value } });
const after = (edits: readonly Edit[], document: UniverseDocument = defaultDocument()) =>
  edits.reduce((last, edit, index) => applyEdit(last, edit, index), document);
const before = defaultDocument();
const of = (others: readonly Edit[], own: readonly Edit[]) => overwritten(before, after(others), own, 10);

it('names the values of others that the user’s edits overwrite', () => {
  const tempo: Edit = { kind: 'parameters.set', values: { tempo: 90 } };
  expect(of([gravity(8), tempo], [gravity(2), gravity(3)])).toEqual([{ cell: 'parameters/gravity', theirs: 8, own: 3 }]);
});

it('names nothing when others changed another value, or set the same value', () => {
  expect(of([{ kind: 'parameters.set', values: { tempo: 90 } }], [gravity(3)])).toEqual([]);
  expect(of([gravity(3)], [gravity(3)])).toEqual([]);
});

it('ignores the user’s own edits that were sent before the connection broke', () => {
  expect(of([gravity(1), gravity(2)], [gravity(1), gravity(2), gravity(3)])).toEqual([]);
});

it('names a removed emitter that others have moved, and restores it as they left it', () => {
  const [{ id }] = before.emitters;
  const others: Edit[] = [{ kind: 'emitter.set', id, values: { x: 4 } }];
  const own: Edit[] = [{ kind: 'emitter.remove', id }];
  const [{ cell, theirs }] = of(others, own);
  expect([cell, theirs]).toEqual([`emitters/${id}`, expect.objectContaining({ id, x: 4 })]);
  const end = after([...others, ...own]);
  const restored = after(restoring(end, new Map([[cell, theirs]]), 12), end);
  expect(restored.emitters.find((emitter) => emitter.id === id)).toEqual(theirs);
});

it('leaves out edits that the document no longer accepts', () => {
  const [{ id }] = before.emitters;
  expect(of([{ kind: 'emitter.remove', id }], [{ kind: 'emitter.set', id, values: { x: 4 } }])).toEqual([]);
});
