import { expect, it } from 'vitest';
import { changeWords } from './history-words.ts';

it('names what was changed once each, and counts what is too much to name', () => {
  expect(changeWords(['parameters/gravity', 'parameters/gravity'])).toBe('Gravity');
  expect(changeWords(['emitters/a/x', 'emitters/a/y', 'wells/b', 'story/points/p'])).toBe('an emitter, a well, the storyboard');
  expect(changeWords(['parameters/gravity', 'parameters/tempo', 'affinities/3', 'story'])).toBe('Gravity, Tempo and 2 more');
});
