import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary } from '../../tests/support/arbitraries.ts';
import { applyEdit, canonicalDocument, defaultDocument, editSchema, type UniverseDocument } from '../universe/index.ts';
import { editsBetween } from './edits-between.ts';

const reach = (from: UniverseDocument, to: UniverseDocument) =>
  editsBetween(from, to).reduce((document, edit) => applyEdit(document, edit, 0), from);

it('leads from any document to any other, except for its storyboard and its seed', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, (from, to) => {
      const { parameters, emitters, wells, affinities } = canonicalDocument(to);
      const reached = canonicalDocument(reach(from, to));
      expect(reached).toMatchObject({ parameters, emitters, wells, affinities, seed: from.seed });
      for (const edit of editsBetween(from, to)) expect(editSchema.safeParse(edit).success).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('is empty between equal documents, and one edit for several parameters', () => {
  const from = defaultDocument();
  expect(editsBetween(from, defaultDocument())).toEqual([]);
  const to = { ...from, parameters: { ...from.parameters, gravity: 3, tempo: 90 } };
  expect(editsBetween(from, to)).toEqual([{ kind: 'parameters.set', values: { gravity: 3, tempo: 90 } }]);
});

it('keeps the order of the emitters', () => {
  const from = defaultDocument();
  const [first] = from.emitters;
  const to = { ...from, emitters: [{ ...first, id: 'new' }, first] };
  expect(reach(from, to).emitters.map(({ id }) => id)).toEqual(['new', 'emitter-1']);
});
