import { expect, it } from 'vitest';
import type { Note } from '../../shared/simulation/note.ts';
import { createSoundingKeys } from './sounding-keys.ts';

const note = (midi: number, durationTicks: number, more: Partial<Note> = {}): Note => ({
  tick: 1,
  lateTicks: 0,
  part: 'lead',
  midi,
  frequencyHz: 262,
  velocity: 0.5,
  durationTicks,
  pan: 0,
  rule: 'melody',
  cause: 1,
  drum: null,
  ...more,
});

it('shows a note while it sounds', () => {
  const keys = createSoundingKeys();
  keys.play(note(60, 60), 1000);
  keys.play(note(64, 30, { part: 'chords' }), 1200);
  keys.play(note(36, 30, { part: 'drums', drum: 'kick' }), 1200);
  expect([900, 1100, 1300, 1750, 2100].map((at) => [...keys.at(at)])).toEqual([[], [60], [60, 64], [60], []]);
});

it('ends a held note when its key is released, and leaves the same note of the melody', () => {
  const keys = createSoundingKeys();
  keys.play(note(60, 480, { key: 61 }), 1000);
  keys.play(note(60, 120), 1000);
  keys.play(note(67, 480, { key: 67 }), 1000);
  keys.release(61, 1500);
  keys.release(67, 1500);
  expect([...keys.at(1600)]).toEqual([60]);
  expect([...keys.at(3100)]).toEqual([]);
});
