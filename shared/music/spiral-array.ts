import { cos, sin, tau } from '../math/exact.ts';
import { stackedDegree } from './chords.ts';
import { midiOfDegree, pitchClassOf } from './scales.ts';

/**
 * The spiral array: pitches on a helix, a quarter turn and a rise for every fifth, on which pitches that sound close are close. With a
 * radius of 1 and a rise of √(2/15) a note's fifths and major thirds are its nearest neighbours, equally near.
 * @see Chew 2000, "Towards a Mathematical Model of Tonality", §2.3 and appendix B
 */
const risePerFifth = Math.sqrt(2 / 15);
/** Most fifths of a spelled note above or below the tonic. */
const farthest = 6;

/** Fifths above the tonic at which the twelve intervals are spelled: notes below the tonic on the line are flat. */
const fifthsOf = [0, -5, 2, -3, 4, -1, 6, 1, -4, 3, -2, 5];
const tritone = 6;

/** A place in the array, or a mean of places: x, y, z. */
export type Centre = Float64Array;

const places = Array.from({ length: 2 * farthest + 1 }, (_, index): Centre => {
  const fifths = index - farthest;
  return Float64Array.of(sin((fifths * tau) / 4), cos((fifths * tau) / 4), fifths * risePerFifth);
});

/** The place of a note. `interval`: semitones above the tonic, in any octave; six are a flat fifth in scales that have a fourth. */
export function placeOnSpiral(scale: readonly number[], interval: number): Centre {
  const semitones = pitchClassOf(interval);
  const fifths = semitones === tritone && scale.includes(5) ? -tritone : fifthsOf[semitones];
  return places[fifths + farthest];
}

export function distanceBetween(a: Centre, b: Centre): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  const dz = a[2] - b[2];
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

/** Moves a mean towards a place by its share. */
export function blend(mean: Centre, place: Centre, share: number): void {
  for (let axis = 0; axis < 3; axis++) mean[axis] += share * place[axis];
}

/** Weights of root, fifth and third in a triad, and of the triads on tonic, dominant and subdominant in a key. @see Chew 2000, §4.6 */
const weights = [0.516, 0.315, 0.169];
const chordThirds = [0, 2, 1];
const keySteps = [0, 7, 5];

const keyCentres = new WeakMap<readonly number[], Centre>();

/**
 * The centre of effect of a key: of its three principal triads in its scale; the tonic replaces a root that the scale lacks. Equal scales
 * give the same array.
 */
export function keyCentreOf(scale: readonly number[]): Centre {
  const known = keyCentres.get(scale);
  if (known) return known;
  const centre: Centre = new Float64Array(3);
  keySteps.forEach((step, chord) => {
    const root = Math.max(0, scale.indexOf(step));
    chordThirds.forEach((third, note) => {
      const interval = midiOfDegree(scale, 0, stackedDegree(scale, root, third));
      blend(centre, placeOnSpiral(scale, interval), weights[chord] * weights[note]);
    });
  });
  keyCentres.set(scale, centre);
  return centre;
}
