import { expect, it } from 'vitest';
import { parts } from '../../../../shared/simulation/note.ts';
import { formatLevel, noteName, partWords, soundName } from './note-words.ts';

it('names notes as musicians do', () => {
  expect(noteName(60)).toBe('C4');
  expect(noteName(69)).toBe('A4');
  expect(noteName(22)).toBe('A♯0');
  expect(soundName({ midi: 40, drum: 'kick' })).toBe('Kick');
});

it('has a different word for every part', () => {
  expect(new Set(parts.map((part) => partWords[part])).size).toBe(parts.length);
});

it('shows a dash for silence', () => {
  expect(formatLevel(-Infinity)).toBe('–');
  expect(formatLevel(-16.04)).toBe('-16.0');
});
