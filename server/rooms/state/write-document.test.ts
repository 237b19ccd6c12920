import { Decoder, Encoder } from '@colyseus/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentOfState } from '../../../shared/room/read-document.ts';
import { UniverseState } from '../../../shared/room/state.ts';
import {
  applyEdit,
  canonicalDocument,
  defaultDocument,
  type Edit,
  refuseEdit,
  type UniverseDocument,
} from '../../../shared/universe/index.ts';
import { documentArbitrary, editArbitrary } from '../../../tests/support/arbitraries.ts';
import { writeDocumentToState } from './write-document.ts';

/** Creates a state, and the copy of it that a client has. */
function openState(document: UniverseDocument) {
  const state = new UniverseState();
  writeDocumentToState(state, document);
  const encoder = new Encoder(state);
  const shown = new UniverseState();
  const decoder = new Decoder(shown);
  decoder.decode(encoder.encodeAll());
  encoder.discardChanges();
  const send = () => {
    const bytes = encoder.encode().slice();
    encoder.discardChanges();
    if (bytes.length > 0) decoder.decode(bytes);
    return bytes.length;
  };
  return { state, shown, send };
}

const isApplicable = (document: UniverseDocument, edit: Edit) => refuseEdit(document, edit) === null;

it('equals the document after any edits, on the server and on a client', () => {
  fc.assert(
    fc.property(documentArbitrary, fc.array(fc.array(editArbitrary, { maxLength: 4 }), { maxLength: 8 }), (first, batches) => {
      const { state, shown, send } = openState(first);
      let document = first;
      for (const batch of batches) {
        for (const edit of batch) if (isApplicable(document, edit)) document = applyEdit(document, edit, 1);
        writeDocumentToState(state, document);
        send();
        expect(documentOfState(state)).toStrictEqual(canonicalDocument(document));
        expect(documentOfState(shown)).toStrictEqual(canonicalDocument(document));
      }
    }),
    { numRuns: 150 },
  );
});

it('equals any other document, in the order of its lists', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, fc.boolean(), (first, second, reversed) => {
      const { state, shown, send } = openState(first);
      const document = reversed ? { ...second, emitters: first.emitters.toReversed(), wells: second.wells.toReversed() } : second;
      writeDocumentToState(state, document);
      send();
      expect(documentOfState(state)).toStrictEqual(canonicalDocument(document));
      expect(documentOfState(shown)).toStrictEqual(canonicalDocument(document));
    }),
    { numRuns: 100 },
  );
});

it('stores a negative zero as zero, before and after any other number', () => {
  const first = defaultDocument();
  const { state, shown, send } = openState(first);
  const place = (x: number): Edit => ({ kind: 'emitter.set', id: 'emitter-1', values: { x } });
  const draw = (value: number): Edit => ({ kind: 'affinities.set', cells: [{ of: 1, towards: 2, value }] });
  let document = first;
  for (const value of [-0, 0, -0, 1, -0, 0]) {
    for (const edit of [place(value), draw(value)]) document = applyEdit(document, edit, 1);
    writeDocumentToState(state, document);
    send();
    expect(documentOfState(state)).toStrictEqual(canonicalDocument(document));
    expect(documentOfState(shown)).toStrictEqual(canonicalDocument(document));
  }
});

it('sends nothing for an edit without effect, and only the changed value otherwise', () => {
  const first = defaultDocument();
  const { state, send } = openState(first);
  const pressed = applyEdit(first, { kind: 'note.press', midi: 60, velocity: 1 }, 1);
  const same = applyEdit(pressed, { kind: 'parameters.set', values: { gravity: first.parameters.gravity } }, 2);
  writeDocumentToState(state, same);
  expect(send()).toBe(0);
  writeDocumentToState(state, applyEdit(same, { kind: 'parameters.set', values: { gravity: 3.5 } }, 3));
  // The structure, the field and the number.
  expect(send()).toBeLessThanOrEqual(12);
});
