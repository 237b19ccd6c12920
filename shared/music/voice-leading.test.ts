import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pitchClassOf } from './scales.ts';
import { type Leading, leadVoices, nearestInRegister, placementCost } from './voice-leading.ts';

const leadingFrom = (previous: number[], low = 48, high = 67): Leading => ({
  previous: Float64Array.from([...previous, 0, 0, 0, 0].slice(0, 4)),
  previousCount: previous.length,
  low,
  high,
});

const lead = (leading: Leading, classes: number[]) => {
  const notes = Float64Array.from([...classes, 0, 0, 0, 0].slice(0, 4));
  leadVoices(leading, notes, classes.length);
  return [...notes.subarray(0, classes.length)];
};

/** Returns every placement of the pitch classes in the register, in all octaves and orders, each in ascending order. */
function placements({ low, high }: Leading, classes: number[]): number[][] {
  const choices = classes.map((pitchClass) =>
    Array.from({ length: high - low + 1 }, (_, index) => low + index).filter((note) => pitchClassOf(note) === pitchClass),
  );
  const all = choices.reduce<number[][]>((found, notes) => found.flatMap((chord) => notes.map((note) => [...chord, note])), [[]]);
  return all.map((chord) => chord.sort((a, b) => a - b));
}

const anyChord = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 4 });
const anyRegister = fc.tuple(fc.integer({ min: 30, max: 72 }), fc.integer({ min: 11, max: 44 }));

it('holds common tones and moves the others by step', () => {
  // C E G to A C E, to F A C.
  expect(lead(leadingFrom([52, 55, 60]), [9, 0, 4])).toEqual([52, 57, 60]);
  expect(lead(leadingFrom([52, 57, 60]), [5, 9, 0])).toEqual([53, 57, 60]);
});

it('has the lowest cost of all placements in the register', () => {
  const anyPrevious = fc.uniqueArray(fc.integer({ min: 30, max: 110 }), { maxLength: 4 }).map((notes) => notes.sort((a, b) => a - b));
  fc.assert(
    fc.property(anyPrevious, anyChord, anyRegister, (previous, classes, [low, width]) => {
      const leading = leadingFrom(previous, low, low + width);
      const costs = placements(leading, classes).map((notes) => placementCost(leading, notes, notes.length));
      const ours = lead(leading, classes);
      expect(placementCost(leading, ours, ours.length)).toBeCloseTo(Math.min(...costs), 9);
    }),
    { numRuns: 400 },
  );
});

it('keeps pitch classes and register, and never crosses or doubles a voice, over many chords', () => {
  fc.assert(
    fc.property(fc.array(anyChord, { minLength: 2, maxLength: 12 }), anyRegister, (chords, [low, width]) => {
      let previous: number[] = [];
      for (const classes of chords) {
        const notes = lead(leadingFrom(previous, low, low + width), classes);
        expect(notes.map(pitchClassOf).sort((a, b) => a - b)).toEqual([...classes].sort((a, b) => a - b));
        expect(notes.every((note) => note >= low && note <= low + width)).toBe(true);
        expect(notes.every((note, index) => index === 0 || note > notes[index - 1])).toBe(true);
        previous = notes;
      }
    }),
  );
});

it('stays near the middle of the register through a long rise', () => {
  let previous: number[] = [];
  for (let step = 0; step < 96; step++) {
    const rising = [0, 4, 7].map((note) => (note + step * 2) % 12);
    previous = lead(leadingFrom(previous, 48, 76), rising);
    expect(Math.abs((previous[0] + previous[2]) / 2 - 62)).toBeLessThan(4);
  }
});

it('finds the note nearest to another inside a register', () => {
  expect(nearestInRegister(0, 28, 48, 47)).toBe(48);
  expect(nearestInRegister(0, 28, 48, 30)).toBe(36);
});
