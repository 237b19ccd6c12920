import { expect, it } from 'vitest';
import { describe, placeOf, readWords, type Scope, scopeOf } from '../../shared/suggestion/index.ts';
import { readTemplate } from '../../tests/support/templates.ts';
import type { SearchRequest } from './protocol.ts';
import { search } from './search.ts';

const { document } = readTemplate('bell-well');
const { document: other } = readTemplate('orrery');
const present = { document, values: describe(document).values };
const lenders = [{ name: 'Orrery', document: other, values: null }];

const requestOf = (change: Partial<SearchRequest>, scopes: readonly Scope[] = ['look']): SearchRequest => ({
  kind: 'search',
  id: 1,
  present,
  middle: present,
  aim: null,
  freedom: { scopes, amount: 0.5, locked: [] },
  key: 7,
  choices: [],
  isSurprise: false,
  ...change,
});

/** Returns the first findings of a search. */
function findingsOf(request: SearchRequest, count: number) {
  const findings = [];
  for (const finding of search(request, lenders)) {
    if (finding) findings.push(finding);
    if (findings.length === count) break;
  }
  return findings;
}

it('finds the same for the same key, and changes nothing that is not free', () => {
  const [middle, first] = findingsOf(requestOf({}), 2);
  expect(middle).toMatchObject({ kind: 'middle', proposed: null });
  expect(first).toMatchObject({ kind: 'found', index: 0 });
  expect(findingsOf(requestOf({}), 2)[1]).toEqual(first);
  if (first?.kind !== 'found') throw new Error('nothing was found');
  const { explanation, document: proposed } = first.proposed;
  expect(new Set(explanation.parameters.map(scopeOf))).toEqual(new Set(['look']));
  expect(proposed.emitters).toEqual(document.emitters);
});

it('says from which template a surprise has a part', () => {
  const first = findingsOf(requestOf({ isSurprise: true, key: 3 }, ['look', 'sound', 'music']), 2).at(-1);
  expect(first).toMatchObject({ proposed: { borrowedFrom: 'Orrery' } });
});

it('moves the middle to what words ask for', () => {
  const { chips } = readWords('very dark', 'en');
  const [middle] = findingsOf(requestOf({ aim: { targets: {}, chips } }, ['look', 'sound', 'music']), 1);
  if (middle?.kind !== 'middle' || !middle.proposed) throw new Error('the middle was not moved');
  expect(placeOf(middle.proposed.values).bright).toBeLessThan(placeOf(middle.presentValues).bright - 0.1);
  expect(middle.place).toEqual(placeOf(middle.proposed.values));
});

it('ends without a suggestion where nothing is free', () => {
  expect(findingsOf(requestOf({}, []), 9).map(({ kind }) => kind)).toEqual(['middle', 'done']);
});

it('goes on from a proposal, also where what it changed is not free any more', () => {
  const tempo = 120;
  const proposal = { document: { ...document, parameters: { ...document.parameters, tempo } }, values: present.values };
  const found = findingsOf(requestOf({ middle: proposal }), 2)[1];
  expect(found).toMatchObject({ kind: 'found', proposed: { document: { parameters: { tempo } } } });
});
