import { pitchClassOf } from './scales.ts';

const trial = new Float64Array(4);

/** The note of a pitch class at or above `low`. */
export function atOrAbove(pitchClass: number, low: number): number {
  return low + pitchClassOf(pitchClass - low);
}

/** The note of a pitch class in low..high that lies nearest to `near`; the register must hold an octave. */
export function nearestInRegister(pitchClass: number, low: number, high: number, near: number): number {
  let best = atOrAbove(pitchClass, low);
  for (let note = best + 12; note <= high; note += 12) if (Math.abs(note - near) < Math.abs(best - near)) best = note;
  return best;
}

function sortUpwards(notes: Float64Array, count: number): void {
  for (let i = 1; i < count; i++) {
    for (let j = i; j > 0 && notes[j - 1] > notes[j]; j--) {
      const held = notes[j];
      notes[j] = notes[j - 1];
      notes[j - 1] = held;
    }
  }
}

/** Semitones that the voices travel; voices of chords of unequal size are matched by their place. */
function motion(from: Float64Array, fromCount: number, to: Float64Array, toCount: number): number {
  let sum = 0;
  for (let voice = 0; voice < toCount; voice++) {
    const partner = toCount === 1 ? 0 : Math.floor((voice * (fromCount - 1)) / (toCount - 1) + 0.5);
    sum += Math.abs(to[voice] - from[partner]);
  }
  return sum;
}

/** Seconds and unisons low down are mud. */
function mud(notes: Float64Array, count: number): number {
  let sum = 0;
  for (let voice = 1; voice < count; voice++) {
    const gap = notes[voice] - notes[voice - 1];
    if (gap < 1) sum += 24;
    else if (gap < 3) sum += notes[voice] < 60 ? 4 : 1;
  }
  return sum;
}

/**
 * Places pitch classes inside low..high so that the voices move least from `previous`, sorted upwards: lines that never cross.
 * `pitches` holds `count` pitch classes and receives the MIDI numbers. With `previousCount` 0 it takes the closest position around
 * the middle of the register. All octave placements are compared.
 */
export function leadVoices(
  previous: Float64Array,
  previousCount: number,
  pitches: Float64Array,
  count: number,
  low: number,
  high: number,
): void {
  let bestBits = 0;
  let least = Number.MAX_VALUE;
  const place = (bits: number) => {
    for (let voice = 0; voice < count; voice++) trial[voice] = atOrAbove(pitches[voice], low) + ((bits >> voice) & 1) * 12;
    sortUpwards(trial, count);
  };
  for (let bits = 0; bits < 1 << count; bits++) {
    place(bits);
    if (trial[count - 1] > high) continue;
    const middle = Math.abs((trial[0] + trial[count - 1]) / 2 - (low + high) / 2);
    const travel = previousCount > 0 ? motion(previous, previousCount, trial, count) : trial[count - 1] - trial[0];
    // A gentle pull to the middle keeps a long walk from sinking to an edge.
    const cost = travel + mud(trial, count) + middle * 0.25;
    if (cost >= least) continue;
    least = cost;
    bestBits = bits;
  }
  place(bestBits);
  for (let voice = 0; voice < count; voice++) pitches[voice] = trial[voice];
}
