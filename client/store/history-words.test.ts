import { expect, it, onTestFinished } from 'vitest';
import { words as german } from '../words/de/index.ts';
import { speakBy } from '../words/words.ts';
import { changeWords, listOf } from './history-words.ts';

it('names each change once, and counts those that are too many to name', () => {
  expect(changeWords(['parameters/gravity', 'parameters/gravity'])).toBe('Gravity');
  expect(changeWords(['emitters/a/x', 'emitters/a/y', 'wells/b', 'story/points/p'])).toBe('an emitter, a well, the storyboard');
  expect(changeWords(['parameters/gravity', 'parameters/tempo', 'affinities/3', 'story'])).toBe('Gravity, Tempo and 2 more');
});

it('joins names as the language in use does', () => {
  expect(listOf([])).toBe('');
  expect(listOf(['A', 'B', 'C'])).toBe('A, B, C');
  expect([1, 2].map((most) => listOf(['A', 'B', 'C'], most))).toEqual(['A and 2 more', 'A, B and 1 more']);
  speakBy(german);
  onTestFinished(() => speakBy(null));
  expect(changeWords(['emitters/a/x', 'wells/b', 'story/points/p'])).toBe('eine Quelle, ein Kraftfeld und das Storyboard');
  expect(listOf(['A', 'B', 'C'], 2)).toBe('A, B und 1 weiteres');
});
