import { midiOfDegree, pitchClassOf } from './scales.ts';

export const maxChordNotes = 4;

/** Kinds of chord from bare to rich, as stacked thirds above the root: open fifth, triad, seventh chord, ninth without its fifth. */
const stacks: readonly (readonly number[])[] = [
  [0, 2],
  [0, 1, 2],
  [0, 1, 2, 3],
  [0, 1, 3, 4],
];
export const richestStack = stacks.length - 1;

/** The barest and the richest kind of chord, by harmony 0..1, as indices: two or three neighbours, from fifths and triads to sevenths and ninths. */
export function barestStackOf(harmony: number): number {
  return Math.max(0, Math.floor(richestStack * harmony - 0.5));
}

export function richestStackOf(harmony: number): number {
  return Math.min(richestStack, Math.floor(richestStack * harmony + 1));
}

/** Heights in semitones at which the thirds of a stack are searched in scales that do not have seven notes. */
const heights = [0, 3.9, 7, 10.4, 14];
/** Roots, above the tonic, with minor chords in the chromatic scale, as in the major scale. */
const minorRoots = [2, 4, 9, 11];

/** Returns the degree of the `third`-th stacked third above `root`. */
export function stackedDegree(scale: readonly number[], root: number, third: number): number {
  if (scale.length === 7) return root + 2 * third;
  const base = midiOfDegree(scale, 0, root);
  const minor = scale.length === 12 && minorRoots.includes(pitchClassOf(base));
  const height = heights[third] - (minor && third === 1 ? 0.8 : 0);
  let best = root;
  for (let degree = root; degree <= root + 2 * scale.length; degree++) {
    const distance = Math.abs(midiOfDegree(scale, 0, degree) - base - height);
    if (distance < Math.abs(midiOfDegree(scale, 0, best) - base - height)) best = degree;
  }
  return best;
}

/**
 * Writes the chord on degree `root` as degrees of the scale, upwards from the root, and returns their number (2..4). `stack`: the kind of
 * chord, 0 bare to `richestStack`. Works in scales of any size: scales of seven notes stack thirds, others use their nearest notes, each
 * only once.
 */
export function chordDegrees(scale: readonly number[], root: number, stack: number, out: Int32Array): number {
  let count = 0;
  for (const third of stacks[stack]) {
    if (count === scale.length) break;
    let degree = stackedDegree(scale, root, third);
    while (hasPitch(scale, out, count, degree)) degree += 1;
    out[count] = degree;
    count += 1;
  }
  return count;
}

function hasPitch(scale: readonly number[], degrees: Int32Array, count: number, degree: number): boolean {
  for (let index = 0; index < count; index++) if ((degree - degrees[index]) % scale.length === 0) return true;
  return false;
}

/** Returns the number of pitch classes that the triads on two degrees share, 0..3. */
export function commonTones(scale: readonly number[], a: number, b: number): number {
  let shared = 0;
  for (let i = 0; i < 3; i++) {
    const pitch = pitchClassOf(midiOfDegree(scale, 0, stackedDegree(scale, a, i)));
    for (let j = 0; j < 3; j++) if (pitchClassOf(midiOfDegree(scale, 0, stackedDegree(scale, b, j))) === pitch) shared += 1;
  }
  return shared;
}

/** True when the chord on a degree has a perfect fifth: the others are unstable. */
export function isStable(scale: readonly number[], root: number): boolean {
  return midiOfDegree(scale, 0, stackedDegree(scale, root, 2)) - midiOfDegree(scale, 0, root) === 7;
}

/** Steps from the tonic around the circle of fifths, 0..11. `interval`: semitones above the tonic. */
export function fifthsFromTonic(interval: number): number {
  return pitchClassOf(interval * 7);
}
