import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pitchClassOf } from './scales.ts';
import { leadVoices, nearestInRegister } from './voice-leading.ts';

const lead = (previous: number[], classes: number[], low = 48, high = 67) => {
  const notes = Float64Array.from([...classes, 0, 0, 0, 0].slice(0, 4));
  leadVoices(Float64Array.from([...previous, 0, 0, 0, 0].slice(0, 4)), previous.length, notes, classes.length, low, high);
  return [...notes.subarray(0, classes.length)];
};

it('holds common tones and moves the others by step', () => {
  // C E G to A C E, to F A C, to G B D.
  expect(lead([52, 55, 60], [9, 0, 4])).toEqual([52, 57, 60]);
  expect(lead([52, 57, 60], [5, 9, 0])).toEqual([53, 57, 60]);
});

it('keeps pitch classes, register and order, and never moves further than another placement would by much', () => {
  const chord = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(chord, chord, (first, second) => {
      const before = lead([], first);
      const after = lead(before, second);
      for (const [notes, classes] of [
        [before, first],
        [after, second],
      ] as const) {
        expect(notes.map(pitchClassOf).sort((a, b) => a - b)).toEqual([...classes].sort((a, b) => a - b));
        expect(notes.every((note) => note >= 48 && note <= 67)).toBe(true);
        expect(notes.every((note, index) => index === 0 || note > notes[index - 1])).toBe(true);
      }
      // No voice ever leaps by more than a sixth when chords have as many notes.
      if (before.length === after.length) after.forEach((note, voice) => expect(Math.abs(note - before[voice])).toBeLessThanOrEqual(9));
    }),
  );
});

it('finds the note nearest to another inside a register', () => {
  expect(nearestInRegister(0, 28, 48, 47)).toBe(48);
  expect(nearestInRegister(0, 28, 48, 30)).toBe(36);
});
