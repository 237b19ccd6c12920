import { expect, it } from 'vitest';
import { createPreference, scopes } from '../../shared/suggestion/index.ts';
import { descriptors } from '../../shared/suggestion/descriptors.ts';
import { readTemplate } from '../../tests/support/templates.ts';
import { draftsOf, lenderOf } from './drafts.ts';

const { document } = readTemplate('bell-well');
const { document: other } = readTemplate('orrery');
const middle = { document, values: new Float64Array(descriptors.length) };
const lenders = [{ name: 'Orrery', document: other, values: null }];
const request = { freedom: { scopes, amount: 0.5, locked: [] }, key: 5, isSurprise: false };

const draftedBy = (change: Partial<typeof request>, count: number) => {
  const drafts = draftsOf(middle, { ...request, ...change }, lenders, createPreference());
  return Array.from({ length: count }, () => drafts.next().value);
};

it('makes the same documents of the same key, and others of another', () => {
  expect(draftedBy({}, 3)).toEqual(draftedBy({}, 3));
  expect(draftedBy({ key: 6 }, 3)).not.toEqual(draftedBy({}, 3));
});

it('goes on when the promising ones are used up', () => {
  expect(draftedBy({}, 60)).toHaveLength(60);
});

it('names the lender of a part, and nobody for a variation', () => {
  const [surprise] = draftedBy({ isSurprise: true }, 1);
  expect(lenderOf(surprise!, document, lenders)).toBe('Orrery');
  const { tempo, gravity, reverb } = other.parameters;
  const mixed = { ...document, parameters: { ...document.parameters, tempo, gravity, reverb } };
  expect(lenderOf(mixed, document, lenders)).toBe('Orrery');
  expect(lenderOf({ ...document, emitters: other.emitters }, document, lenders)).toBe('Orrery');
  expect(lenderOf({ ...document, parameters: { ...document.parameters, tempo: tempo + 1, gravity } }, document, lenders)).toBeNull();
});
