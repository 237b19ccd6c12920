import { midiOfDegree } from './scales.ts';

/** Heights in semitones above the root at which the third, fifth, seventh and ninth are looked for. */
const stack = [0, 3.5, 7, 10.5, 14];

/**
 * Degrees of the chord on `root` in any scale: at each stacked third the scale's nearest note that is not taken yet.
 * `richness` 0..1 decides how much of the stack sounds: an open fifth, a triad, a seventh chord, a ninth.
 */
export function chordDegrees(scale: readonly number[], root: number, richness: number): number[] {
  const heights = richness < 0.2 ? [stack[0], stack[2]] : stack.slice(0, richness < 0.55 ? 3 : richness < 0.85 ? 4 : 5);
  const base = midiOfDegree(scale, 0, root);
  const degrees: number[] = [];
  for (const height of heights) {
    let best = root;
    let least = Number.MAX_VALUE;
    for (let degree = root; degree <= root + 2 * scale.length; degree++) {
      if (degrees.some((taken) => (degree - taken) % scale.length === 0)) continue;
      const distance = Math.abs(midiOfDegree(scale, 0, degree) - base - height);
      if (distance >= least) continue;
      least = distance;
      best = degree;
    }
    degrees.push(best);
  }
  // Of five notes the root is left to the bass.
  return degrees.length === 5 ? degrees.slice(1) : degrees;
}

/** Octave of `pitchClass` at or above `low`. */
function atOrAbove(pitchClass: number, low: number): number {
  return low + ((((pitchClass - low) % 12) + 12) % 12);
}

/** How far voices move between two chords, both sorted upwards; voices of unequal chords are matched by their place. */
function movement(from: readonly number[], to: readonly number[]): number {
  let sum = 0;
  for (let voice = 0; voice < to.length; voice++) {
    const partner = from[Math.min(from.length - 1, Math.floor((voice * from.length) / to.length))];
    sum += Math.abs(to[voice] - partner);
  }
  return sum;
}

/**
 * Places the pitch classes in low..low+19 so that the voices move least from the chord before, without crossings and
 * without seconds below middle C. All placements in two octaves are compared.
 */
export function leadVoices(previous: readonly number[], pitchClasses: readonly number[], low: number): number[] {
  const placements = 1 << pitchClasses.length;
  let best: number[] = [];
  let least = Number.MAX_VALUE;
  for (let bits = 0; bits < placements; bits++) {
    const chord = pitchClasses.map((pitchClass, voice) => atOrAbove(pitchClass, low) + ((bits >> voice) & 1) * 12);
    chord.sort((a, b) => a - b);
    if (chord[chord.length - 1] > low + 19) continue;
    let cost = previous.length > 0 ? movement(previous, chord) : chord[chord.length - 1] - chord[0];
    for (let voice = 1; voice < chord.length; voice++) if (chord[voice] - chord[voice - 1] < 3 && chord[voice] < 60) cost += 3;
    if (cost >= least) continue;
    least = cost;
    best = chord;
  }
  return best;
}
