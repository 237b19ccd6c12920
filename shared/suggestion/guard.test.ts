import { expect, it } from 'vitest';
import { defaultDocument, type UniverseDocument } from '../universe/index.ts';
import type { ParameterPatch } from '../parameters/index.ts';
import type { Facts } from './describe.ts';
import { faultOf } from './guard.ts';
import { scopes, type Freedom } from './scope.ts';

const start = defaultDocument();
const whole: Freedom = { scopes, amount: 1, locked: [] };
const good: Facts = { alive: 1, notesPerSecond: 4, notesOutOfScale: 0, flashesPerSecond: 1 };
const fault = (proposal: UniverseDocument, facts: Partial<Facts> = {}, freedom = whole) =>
  faultOf(start, proposal, { values: new Float64Array(), facts: { ...good, ...facts } }, freedom);
const having = (patch: ParameterPatch) => ({ ...start, parameters: { ...start.parameters, ...patch } });
const manyWells = (count: number) => ({
  ...start,
  wells: Array.from({ length: count }, (_, index) => ({ ...start.wells[0], id: `well-${index}` })),
});

it('lets a good proposal pass', () => {
  expect(fault(having({ tempo: 99 }))).toBeNull();
});

it.each<[string, Partial<Facts>]>([
  ['silent', { notesPerSecond: 0.1 }],
  ['empty', { alive: 0.3 }],
  ['out-of-scale', { notesOutOfScale: 0.01 }],
  ['flashing', { flashesPerSecond: 4 }],
])('refuses one that is %s', (name, facts) => {
  expect(fault(start, facts)).toBe(name);
});

it('refuses what no schema accepts', () => {
  expect(fault(having({ tempo: 1000 }))).toBe('invalid');
});

it('refuses a change of what is not free', () => {
  expect(fault(having({ tempo: 99 }), {}, { ...whole, locked: ['music'] })).toBe('locked');
  expect(fault(having({ tempo: 99 }), {}, { ...whole, scopes: ['look'] })).toBe('locked');
  expect(fault(having({ volume: -3 }))).toBe('locked');
  expect(fault(manyWells(2), {}, { ...whole, scopes: ['look'] })).toBe('locked');
});

it('refuses more work than a step may have, but not the work that a universe has already', () => {
  const crowded = { ...having({ collisions: true }), parameters: { ...start.parameters, collisions: true } };
  expect(fault(crowded)).toBe('over-budget');
  expect(faultOf(crowded, crowded, { values: new Float64Array(), facts: good }, whole)).toBeNull();
});
