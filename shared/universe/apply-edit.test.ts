import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary, editArbitrary } from '../../tests/support/arbitraries.ts';
import {
  applyEdit,
  defaultDocument,
  documentOf,
  documentSchema,
  editSchema,
  maxWells,
  readDocument,
  refuseEdit,
  templateFileSchema,
} from './index.ts';

it('gives a document that keeps all rules after any edit that is not refused, and leaves the one before as it was', () => {
  fc.assert(
    fc.property(documentArbitrary, fc.array(editArbitrary, { maxLength: 12 }), (document, edits) => {
      const before = JSON.stringify(document);
      let after = document;
      for (const edit of edits) if (!refuseEdit(after, edit)) after = applyEdit(after, edit, 60);
      expect(documentSchema.safeParse(after).success).toBe(true);
      expect(JSON.stringify(document)).toBe(before);
    }),
    { numRuns: 50 },
  );
});

it('says why an edit can not be applied', () => {
  const document = defaultDocument();
  const [well] = document.wells;
  expect(refuseEdit(document, { kind: 'well.add', well })).toMatchObject({ path: 'well.id', value: 'well-1' });
  expect(refuseEdit(document, { kind: 'emitter.remove', id: 'nobody' })).toMatchObject({ path: 'id', value: 'nobody' });
  const full = { ...document, wells: Array.from({ length: maxWells }, (_, index) => ({ ...well, id: `w${index}` })) };
  expect(refuseEdit(full, { kind: 'well.add', well: { ...well, id: 'one-more' } })).toMatchObject({
    reason: 'in-universe-limit',
    params: { max: 16 },
  });
});

it('refuses edits that carry more or other than they should', () => {
  for (const edit of [
    { kind: 'parameters.set', values: {} },
    { kind: 'parameters.set', values: { gravity: 99 } },
    { kind: 'parameters.set', values: { gravity: 1 }, extra: true },
    { kind: 'parameters.set', values: JSON.parse('{"__proto__": {"polluted": 1}, "warp": 1}') as object },
    { kind: 'well.remove', id: '../etc' },
    { kind: 'affinities.set', cells: [] },
    { kind: 'affinities.set', cells: [{ of: 6, towards: 0, value: 0 }] },
    { kind: 'affinities.set', cells: [{ of: 0, towards: 0, value: 1.01 }] },
    { kind: 'emitter.set', id: 'emitter-1', values: { mask: 'f' } },
    { kind: 'explode' },
  ]) {
    expect(editSchema.safeParse(edit).success, JSON.stringify(edit)).toBe(false);
  }
});

it('reads documents of its own version and refuses those it does not know', () => {
  const document = defaultDocument();
  expect(readDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
  expect(() => readDocument({ ...document, version: 99 })).toThrow();
  expect(() => readDocument('nothing')).toThrow();
});

it('lifts a document of version 1: what it did not know stands as it behaved', () => {
  const document = defaultDocument();
  const { affinities, ...rest } = JSON.parse(JSON.stringify(document)) as typeof document;
  const { speciesForce: _force, speedVariation: _speed, ...parameters } = rest.parameters;
  const emitters = rest.emitters.map(({ mask: _mask, mass: _mass, ...emitter }) => emitter);
  const wells = rest.wells.map(({ softening: _softening, ...well }) => well);
  expect(affinities).toHaveLength(36);
  expect(readDocument({ ...rest, version: 1, parameters, emitters, wells })).toEqual(document);
  expect(() => readDocument({ version: 1, seed: 1, parameters: 4, emitters: [3], wells: 'none' })).toThrow();
});

it('lifts a document of version 2: no scale of its own, and wells that do not listen', () => {
  const document = defaultDocument();
  const { customScale: _scale, ...parameters } = document.parameters;
  const wells = document.wells.map(({ listening: _listening, ...well }) => well);
  expect(readDocument({ ...document, version: 2, parameters, wells })).toEqual(document);
  expect(document.wells[0].listening).toBe(0);
});

it('leaves the document as it is where a key is pressed, and knows no keys beside those of MIDI', () => {
  const document = defaultDocument();
  const press = { kind: 'note.press', midi: 60, velocity: 0.5 } as const;
  expect(applyEdit(document, press, 60)).toBe(document);
  expect(refuseEdit(document, { kind: 'note.release', midi: 60 })).toBeNull();
  expect(editSchema.safeParse(press).success).toBe(true);
  for (const bad of [
    { midi: 128 },
    { midi: -1 },
    { midi: 60.5 },
    { velocity: 1.1 },
    { velocity: Number.NaN },
    { velocity: -0.1 },
    { pan: 0 },
  ])
    expect(editSchema.safeParse({ ...press, ...bad }).success, JSON.stringify(bad)).toBe(false);
});

it('changes only the affinities that an edit names', () => {
  const cells = [
    { of: 0, towards: 5, value: -0.5 },
    { of: 5, towards: 0, value: 1 },
  ];
  const { affinities } = applyEdit(defaultDocument(), { kind: 'affinities.set', cells }, 0);
  expect(affinities.flatMap((value, index) => (value === 0 ? [] : [[index, value]]))).toEqual([
    [5, -0.5],
    [30, 1],
  ]);
});

it('fills the gaps of a template from the registry', () => {
  const file = join(import.meta.dirname, '..', '..', 'assets', 'templates', 'bell-well.json');
  const document = documentOf(templateFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  expect(documentSchema.safeParse(document).success).toBe(true);
  expect(document.parameters.tuning).toBe('12-TET');
});
