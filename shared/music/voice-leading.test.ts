import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pitchClassOf } from './scales.ts';
import { leadVoices, nearestInRegister } from './voice-leading.ts';

const lead = (previous: number[], classes: number[], low = 48, high = 67) => {
  const notes = Float64Array.from([...classes, 0, 0, 0, 0].slice(0, 4));
  leadVoices(Float64Array.from([...previous, 0, 0, 0, 0].slice(0, 4)), previous.length, notes, classes.length, low, high);
  return [...notes.subarray(0, classes.length)];
};

/** Every placement of the pitch classes in 48..67, each sorted upwards. */
function placements(classes: number[]): number[][] {
  const choices = classes.map((pitchClass) =>
    Array.from({ length: 20 }, (_, index) => 48 + index).filter((note) => pitchClassOf(note) === pitchClass),
  );
  const all = choices.reduce<number[][]>((found, notes) => found.flatMap((chord) => notes.map((note) => [...chord, note])), [[]]);
  return all.map((chord) => chord.sort((a, b) => a - b));
}

it('holds common tones and moves the others by step', () => {
  // C E G to A C E, to F A C, to G B D.
  expect(lead([52, 55, 60], [9, 0, 4])).toEqual([52, 57, 60]);
  expect(lead([52, 57, 60], [5, 9, 0])).toEqual([53, 57, 60]);
});

it('keeps pitch classes, register and order, and never moves much further than any other placement would', () => {
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
      // Against any other placement it gives away at most what clear low intervals and the middle of the register are worth:
      // three gaps at 4, and a quarter of half the register.
      if (before.length !== after.length) return;
      const travel = (notes: number[]) => notes.reduce((sum, note, voice) => sum + Math.abs(note - before[voice]), 0);
      for (const other of placements(second)) expect(travel(after)).toBeLessThanOrEqual(travel(other) + 12 + 19 / 8);
    }),
  );
});

it('finds the note nearest to another inside a register', () => {
  expect(nearestInRegister(0, 28, 48, 47)).toBe(48);
  expect(nearestInRegister(0, 28, 48, 30)).toBe(36);
});
