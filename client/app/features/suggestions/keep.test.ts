import { expect, it } from 'vitest';
import { applyEdit, type Edit, type UniverseDocument } from '../../../../shared/universe/index.ts';
import { readTemplate } from '../../../../tests/support/templates.ts';
import { createStore } from '../../../store/store.ts';
import { noSuggestions, withProposal } from '../../../store/suggestions.ts';
import { editsOfProposal } from './keep.ts';

const { document: start } = readTemplate('bell-well');
const withParameters = (parameters: Partial<UniverseDocument['parameters']>): UniverseDocument => ({
  ...start,
  parameters: { ...start.parameters, ...parameters },
});

function storeWith(document: UniverseDocument, present: UniverseDocument) {
  const store = createStore();
  store.authoredDocument.value = present;
  const explanation = { changes: [], parameters: [], things: false };
  store.suggestions.value = withProposal(noSuggestions, {
    id: 1,
    document,
    start,
    values: new Float64Array(),
    explanation,
    borrowedFrom: null,
  });
  return store;
}
const after = (document: UniverseDocument, edits: readonly Edit[]) => edits.reduce((now, edit) => applyEdit(now, edit, 0), document);

it('makes one edit of a proposal that changes parameters alone', () => {
  const proposed = withParameters({ tempo: 120, gravity: 2, palette: 'ember' });
  const edits = editsOfProposal(storeWith(proposed, start));
  expect(edits).toEqual([{ kind: 'parameters.set', values: { tempo: 120, gravity: 2, palette: 'ember' } }]);
  expect(after(start, edits)).toEqual(proposed);
});

it('leaves what others have changed since', () => {
  const present = withParameters({ reverb: 0.1 });
  const edits = editsOfProposal(storeWith(withParameters({ tempo: 120 }), present));
  expect(after(present, edits)).toEqual(withParameters({ reverb: 0.1, tempo: 120 }));
});

it('leaves out what can not be changed any more', () => {
  const [first, ...others] = start.emitters;
  const moved = { ...start, emitters: [{ ...first!, y: first!.y + 1 }, ...others] };
  const present = { ...start, emitters: others };
  expect(editsOfProposal(storeWith(moved, present))).toEqual([]);
});
