import { expect, it } from 'vitest';
import { scales } from './scales.ts';
import { distanceBetween, keyCentreOf, placeOnSpiral } from './spiral-array.ts';

const apart = (a: number, b: number, scale: readonly number[] = scales.major) =>
  distanceBetween(placeOnSpiral(scale, a), placeOnSpiral(scale, b));

it('puts fifths and major thirds nearest and equally near, then minor thirds, seconds, semitones and the tritone', () => {
  expect(apart(0, 7)).toBeCloseTo(Math.sqrt(2 + 2 / 15), 9);
  expect(apart(0, 4)).toBeCloseTo(apart(0, 7), 9);
  const ordered = [apart(0, 4), apart(9, 0), apart(0, 2), apart(4, 5), apart(5, 11)];
  expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
  expect(new Set(ordered.map((value) => value.toFixed(6))).size).toBe(5);
});

it('ignores the octave, and spells the tritone by the fourth of the scale', () => {
  expect(placeOnSpiral(scales.major, -5)).toEqual(placeOnSpiral(scales.major, 19));
  expect(apart(6, 7, scales.lydian)).toBeLessThan(apart(6, 7, scales.locrian));
});

it('places the tonic triad of major and minor nearer to the key than the triads of the other degrees', () => {
  for (const name of ['major', 'natural-minor', 'harmonic-minor'] as const) {
    const scale = scales[name];
    const strainOf = (root: number) => {
      const notes = [0, 2, 4].map((third) => placeOnSpiral(scale, scale[(root + third) % 7]));
      const centre = Float64Array.from([0, 1, 2].map((axis) => (notes[0][axis] + notes[1][axis] + notes[2][axis]) / 3));
      return distanceBetween(centre, keyCentreOf(scale));
    };
    const others = [1, 2, 3, 4, 5, 6].map(strainOf);
    expect(strainOf(0), name).toBeLessThan(Math.min(...others));
  }
});

it('places the centre of a major key as Chew does: between its three triads, on the side of the tonic', () => {
  // 0.516 of C E G, 0.315 of G B D, 0.169 of F A C, each as 0.516 root, 0.315 fifth, 0.169 third.
  const weights = [0.516, 0.315, 0.169];
  const height = Math.sqrt(2 / 15);
  const fifths = [0, 1, -1].reduce((sum, chord, index) => sum + weights[index] * (chord + 0.315 + 0.169 * 4), 0);
  expect(keyCentreOf(scales.major)[2]).toBeCloseTo(fifths * height, 9);
});
