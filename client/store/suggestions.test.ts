import { expect, it } from 'vitest';
import { defaultDocument } from '../../shared/universe/index.ts';
import {
  atStep,
  fromPresent,
  middlePlace,
  noSuggestions,
  placeOfIndex,
  proposalOf,
  type Proposal,
  withChoice,
  withFound,
  withPicture,
  withProposal,
} from './suggestions.ts';

const start = defaultDocument();
const proposal = (id: number): Proposal => ({
  id,
  document: start,
  start,
  values: Float64Array.of(id),
  explanation: { changes: [], parameters: [], things: false },
  borrowedFrom: null,
});
const found = [1, 2, 3, 4, 5, 6, 7, 8].reduce((view, id, index) => withFound(view, index, proposal(id)), noSuggestions);

it('puts the eight around the middle, which stays free', () => {
  expect(found.around.map((each) => each?.id ?? null)).toEqual([1, 2, 3, 4, null, 5, 6, 7, 8]);
  expect([0, 3, 4, 7].map(placeOfIndex)).toEqual([0, 3, middlePlace + 1, 8]);
});

it('takes a choice to the middle and empties the places around it', () => {
  const view = withProposal(withPicture(found, 'data:a'), proposal(3));
  expect(proposalOf(view)?.id).toBe(3);
  expect(view.around.every((each) => each === null)).toBe(true);
  expect(view.steps.map(({ picture }) => picture)).toEqual(['data:a', '']);
});

it('goes back to earlier choices, and forgets later ones with the next choice alone', () => {
  const third = [1, 2, 3].reduce((view, id) => withProposal(view, proposal(id)), noSuggestions);
  const back = atStep(third, 1);
  expect([proposalOf(back)?.id, back.steps.length]).toEqual([1, 4]);
  expect(proposalOf(atStep(back, 3))?.id).toBe(3);
  expect(withProposal(back, proposal(9)).steps.map((step) => step.proposal?.id ?? null)).toEqual([null, 1, 9]);
  expect(atStep(third, 7)).toBe(third);
});

it('remembers what was taken in preference to the others and to the middle', () => {
  const { choices } = withChoice(found, 1, Float64Array.of(0));
  expect(choices).toHaveLength(1);
  const [[chosen, others]] = choices as [[Float64Array, Float64Array[]]];
  expect([...chosen]).toEqual([2]);
  expect(others.map(([value]) => value)).toEqual([1, 3, 4, 5, 6, 7, 8, 0]);
  expect(withChoice(noSuggestions, 1, null).choices).toEqual([]);
});

it('begins again from the present universe with what the user wants and has learned', () => {
  const view = { ...withProposal(withChoice(found, 1, null), proposal(2)), amount: 0.8, scopes: ['look'] as const };
  const again = fromPresent(view);
  expect(proposalOf(again)).toBeNull();
  expect([again.steps.length, again.amount, again.scopes, again.choices.length]).toEqual([1, 0.8, ['look'], 1]);
});
