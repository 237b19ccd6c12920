import { maxChordNotes } from './chords.ts';
import { pitchClassOf } from './scales.ts';

/** The note of a pitch class at or above `low`. */
export function atOrAbove(pitchClass: number, low: number): number {
  return low + pitchClassOf(pitchClass - low);
}

/** The note of a pitch class in low..high that is nearest to `near`; the register must hold an octave. */
export function nearestInRegister(pitchClass: number, low: number, high: number, near: number): number {
  let best = atOrAbove(pitchClass, low);
  for (let note = best + 12; note <= high; note += 12) if (Math.abs(note - near) < Math.abs(best - near)) best = note;
  return best;
}

/** Below this note small intervals are muddier. */
const clearAbove = 60;
/** The cost of the square of a voice's distance from the middle of the register: enough to keep a long walk from an edge. */
const centrePull = 0.035;

/** The current notes of the voices, and their register. */
export interface Leading {
  /** `previousCount` MIDI numbers, in ascending order; 0 without a previous chord. */
  previous: Float64Array;
  previousCount: number;
  low: number;
  high: number;
}

/** Returns the cost of a voice on a note: its motion, and the pull of the centre. */
function standingCost({ previous, previousCount, low, high }: Leading, voice: number, count: number, note: number): number {
  const off = note - (low + high) / 2;
  const pull = centrePull * off * off;
  if (previousCount === 0) return pull;
  // Voices of chords of unequal size are matched by their place.
  const partner = count === 1 ? 0 : Math.floor((voice * (previousCount - 1)) / (count - 1) + 0.5);
  return Math.abs(note - previous[partner]) + pull;
}

/**
 * The costs of intervals of 0 to 4 semitones between neighbouring voices, below and above that note: seconds are muddy, low thirds a
 * little.
 */
const mudBelow = [0, 9, 4, 1.5, 1];
const mudAbove = [0, 5, 1, 0, 0];

/**
 * Returns the cost of an interval between neighbouring voices: muddiness, and its width without a previous chord, where close position is
 * wanted.
 */
function intervalCost({ previousCount }: Leading, below: number, above: number): number {
  const gap = above - below;
  const mud = gap >= mudBelow.length ? 0 : (above < clearAbove ? mudBelow : mudAbove)[gap];
  return previousCount === 0 ? mud + gap : mud;
}

/** Returns the cost of a placement of a chord. `notes`: `count` MIDI numbers, in ascending order. */
export function placementCost(leading: Leading, notes: ArrayLike<number>, count: number): number {
  let cost = 0;
  for (let voice = 0; voice < count; voice++) {
    cost += standingCost(leading, voice, count, notes[voice]);
    if (voice > 0) cost += intervalCost(leading, notes[voice - 1], notes[voice]);
  }
  return cost;
}

/** Semitones that the widest register may hold. */
export const maxRegister = 64;
const sets = 1 << maxChordNotes;
/** Least cost of voices that hold a set of the pitch classes and end on a note above `low`, and the note before it. */
const least = new Float64Array(sets * maxRegister);
const cameFrom = new Int32Array(sets * maxRegister);
/** The voices, read back from the table. */
const trail = new Float64Array(maxChordNotes);

function voicesIn(set: number): number {
  let voices = 0;
  for (let left = set; left > 0; left >>= 1) voices += left & 1;
  return voices;
}

/** Finds the cheapest way to end on `note`, with `set` taken and `index` of it on top. */
function relax(leading: Leading, pitches: Float64Array, count: number, set: number, index: number, note: number): void {
  const { low } = leading;
  const below = set & ~(1 << index);
  const standing = standingCost(leading, voicesIn(below), count, note);
  const at = set * maxRegister + note - low;
  least[at] = below === 0 ? standing : Number.MAX_VALUE;
  cameFrom[at] = -1;
  for (let other = 0; other < count; other++) {
    if (((below >> other) & 1) === 0) continue;
    for (let from = atOrAbove(pitches[other], low); from < note; from += 12) {
      const before = least[below * maxRegister + from - low];
      if (before === Number.MAX_VALUE) continue;
      const cost = before + intervalCost(leading, from, note) + standing;
      if (cost >= least[at]) continue;
      least[at] = cost;
      cameFrom[at] = from;
    }
  }
}

function pitchIndexOf(pitches: Float64Array, note: number): number {
  let index = 0;
  while (pitchClassOf(note - pitches[index]) !== 0) index += 1;
  return index;
}

/**
 * Places pitch classes in the register at the least cost of all placements: every octave of each, in every order of the voices, none
 * crossing or doubling another. Dynamic programming from the lowest voice upwards over the pitch classes that are taken and the note on
 * top, after Held and Karp 1962. `pitches` holds `count` distinct pitch classes, 0..11, and receives the MIDI numbers, in ascending order.
 * The register holds an octave at least, so each has a place, and `maxRegister` semitones at most.
 */
export function leadVoices(leading: Leading, pitches: Float64Array, count: number): void {
  const { low, high } = leading;
  const whole = (1 << count) - 1;
  let top = -1;
  for (let set = 1; set <= whole; set++) {
    for (let index = 0; index < count; index++) {
      if (((set >> index) & 1) === 0) continue;
      for (let note = atOrAbove(pitches[index], low); note <= high; note += 12) {
        relax(leading, pitches, count, set, index, note);
        if (set !== whole) continue;
        if (top < 0 || least[whole * maxRegister + note - low] < least[whole * maxRegister + top - low]) top = note;
      }
    }
  }
  let set = whole;
  for (let voice = count - 1; voice >= 0; voice--) {
    trail[voice] = top;
    const at = set * maxRegister + top - low;
    set &= ~(1 << pitchIndexOf(pitches, top));
    top = cameFrom[at];
  }
  for (let voice = 0; voice < count; voice++) pitches[voice] = trail[voice];
}
