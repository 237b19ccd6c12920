import { expect, it } from 'vitest';
import { Chord, Note } from 'tonal';
import { barestStackOf, chordDegrees, commonTones, fifthsFromTonic, richestStack, richestStackOf } from './chords.ts';
import { midiOfDegree, pitchClassOf, scales } from './scales.ts';

const notesOf = (scale: readonly number[], root: number, stack: number) => {
  const degrees = new Int32Array(5);
  const count = chordDegrees(scale, root, stack, degrees);
  return [...degrees.subarray(0, count)].map((degree) => pitchClassOf(midiOfDegree(scale, 0, degree)));
};

it('grows from an open fifth over triad and seventh to the ninth', () => {
  expect(notesOf(scales.major, 0, 0)).toEqual([0, 7]);
  expect(notesOf(scales.major, 0, 1)).toEqual([0, 4, 7]);
  expect(notesOf(scales.major, 4, 2)).toEqual([7, 11, 2, 5]);
  expect(notesOf(scales.major, 1, 3)).toEqual([2, 5, 0, 4]);
});

it('stacks thirds in harmonic minor too, where another note would be nearer', () => {
  expect(notesOf(scales['harmonic-minor'], 5, 1)).toEqual([8, 0, 3]);
});

it('finds chords in scales of five, six and twelve notes', () => {
  expect(notesOf(scales['major-pentatonic'], 0, 1)).toEqual([0, 4, 7]);
  expect(notesOf(scales['minor-pentatonic'], 0, 1)).toEqual([0, 3, 7]);
  expect(notesOf(scales.blues, 0, 1)).toEqual([0, 3, 7]);
  expect(notesOf(scales.chromatic, 0, 1)).toEqual([0, 4, 7]);
  expect(notesOf(scales.chromatic, 9, 1)).toEqual([9, 0, 4]);
});

it('gives distinct notes of the scale on every degree of every scale', () => {
  for (const scale of [...Object.values(scales), [0, 7], [0, 1, 2]]) {
    for (let root = 0; root < scale.length; root++) {
      for (let stack = 0; stack <= richestStack; stack++) {
        const notes = notesOf(scale, root, stack);
        expect(new Set(notes).size).toBe(notes.length);
        expect(notes.every((note) => scale.includes(note))).toBe(true);
      }
    }
  }
});

it('counts common tones: two of chords a third apart, one of chords a fifth apart', () => {
  expect(commonTones(scales.major, 0, 5)).toBe(2);
  expect(commonTones(scales.major, 0, 4)).toBe(1);
  expect(commonTones(scales.major, 0, 1)).toBe(0);
});

it('has the triads and seventh chords of music theory', () => {
  const qualities = (scale: readonly number[], stack: number) =>
    scale.map((_, root) => {
      const names = Chord.detect(notesOf(scale, root, stack).map((note) => Note.fromMidi(60 + note)));
      const base = Note.pitchClass(Note.fromMidi(60 + scale[root]));
      const own = names.find((name) => name.startsWith(base) && !name.includes('/'));
      return own?.slice(base.length);
    });
  expect(qualities(scales.major, 1)).toEqual(['M', 'm', 'm', 'M', 'M', 'm', 'dim']);
  expect(qualities(scales.major, 2)).toEqual(['maj7', 'm7', 'm7', 'maj7', '7', 'm7', 'm7b5']);
  expect(qualities(scales['harmonic-minor'], 1)).toEqual(['m', 'dim', 'aug', 'm', 'M', 'M', 'dim']);
  expect(qualities(scales.dorian, 1)).toEqual(['m', 'm', 'M', 'M', 'm', 'dim', 'M']);
});

it('allows richer chords with more harmony, and always a choice of kinds', () => {
  const kinds = [0, 0.3, 0.5, 0.7, 1].map((harmony) => [barestStackOf(harmony), richestStackOf(harmony)]);
  expect(kinds[0]).toEqual([0, 1]);
  expect(kinds.at(-1)).toEqual([2, 3]);
  kinds.forEach(([barest, richest], index) => {
    expect(richest).toBeGreaterThan(barest);
    if (index > 0) expect(barest >= kinds[index - 1][0] && richest >= kinds[index - 1][1]).toBe(true);
  });
});

it('counts steps on the circle of fifths', () => {
  expect([0, 7, 2, 5].map(fifthsFromTonic)).toEqual([0, 1, 2, 11]);
});
