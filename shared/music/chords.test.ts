import { expect, it } from 'vitest';
import { chordDegrees, commonTones, dissonanceOf, fifthsFromTonic } from './chords.ts';
import { midiOfDegree, pitchClassOf, scales } from './scales.ts';

const notesOf = (scale: readonly number[], root: number, harmony: number) => {
  const degrees = new Int32Array(5);
  const count = chordDegrees(scale, root, harmony, degrees);
  return [...degrees.subarray(0, count)].map((degree) => pitchClassOf(midiOfDegree(scale, 0, degree)));
};

it('grows from an open fifth over triad and seventh to the ninth', () => {
  expect(notesOf(scales.major, 0, 0)).toEqual([0, 7]);
  expect(notesOf(scales.major, 0, 0.4)).toEqual([0, 4, 7]);
  expect(notesOf(scales.major, 4, 0.7)).toEqual([7, 11, 2, 5]);
  expect(notesOf(scales.major, 1, 1)).toEqual([2, 5, 0, 4]);
});

it('stacks thirds in harmonic minor too, where a note would be nearer', () => {
  expect(notesOf(scales['harmonic-minor'], 5, 0.4)).toEqual([8, 0, 3]);
});

it('finds chords in scales of five, six and twelve notes', () => {
  expect(notesOf(scales['major-pentatonic'], 0, 0.4)).toEqual([0, 4, 7]);
  expect(notesOf(scales['minor-pentatonic'], 0, 0.4)).toEqual([0, 3, 7]);
  expect(notesOf(scales.blues, 0, 0.4)).toEqual([0, 3, 7]);
  expect(notesOf(scales.chromatic, 0, 0.4)).toEqual([0, 4, 7]);
  expect(notesOf(scales.chromatic, 9, 0.4)).toEqual([9, 0, 4]);
});

it('gives distinct notes of the scale on every degree of every scale', () => {
  for (const scale of [...Object.values(scales), [0, 7], [0, 1, 2]]) {
    for (let root = 0; root < scale.length; root++) {
      for (const harmony of [0, 0.4, 0.7, 1]) {
        const notes = notesOf(scale, root, harmony);
        expect(new Set(notes).size).toBe(notes.length);
        expect(notes.every((note) => scale.includes(note))).toBe(true);
      }
    }
  }
});

it('counts common tones: two a third apart, one a fifth apart', () => {
  expect(commonTones(scales.major, 0, 5)).toBe(2);
  expect(commonTones(scales.major, 0, 4)).toBe(1);
  expect(commonTones(scales.major, 0, 1)).toBe(0);
});

it('hears a dominant seventh as sharper than a triad', () => {
  expect(dissonanceOf([55, 59, 62, 65], 4)).toBeGreaterThan(dissonanceOf([60, 64, 67], 3));
  expect(dissonanceOf([60, 67], 2)).toBe(0);
});

it('goes round the circle of fifths', () => {
  expect([0, 7, 2, 5].map(fifthsFromTonic)).toEqual([0, 1, 2, 11]);
});
