import { uniformAt } from '../../shared/math/generator.ts';
import { frequencyOf, nearestInRegister, registerOf, scaleOf, scales, tonicOf } from '../../shared/music/index.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { HeardBar, HeardUniverse } from './hear.ts';
import { roughnessOf } from './roughness.ts';

/** Random chords that each chord is compared with. */
const draws = 8;

const chordRegister = ({ parameters }: HeardBar) => {
  const register = { low: 0, high: 0 };
  registerOf('chords', parameters.octave, parameters.melodyRange, register);
  return register;
};

/** Pairs of neighbouring bars whose chords have equally many voices and different notes. */
function changes({ bars }: HeardUniverse): [HeardBar, HeardBar][] {
  const pairs = bars.slice(1).map((bar, index): [HeardBar, HeardBar] => [bars[index], bar]);
  return pairs.filter(([from, to]) => from.chord.length === to.chord.length && from.classes.join() !== to.classes.join());
}

/** Travel when each voice, from the lowest, moves to the nearest chord tone that no voice has taken. */
function nearestNotes(from: readonly number[], classes: readonly number[], low: number, high: number): number {
  const left = new Set(classes);
  let travel = 0;
  for (const note of from) {
    const [nearest] = [...left].toSorted((a, b) => reach(a, note, low, high) - reach(b, note, low, high));
    travel += reach(nearest, note, low, high);
    left.delete(nearest);
  }
  return travel;
}

const reach = (pitchClass: number, from: number, low: number, high: number) =>
  Math.abs(nearestInRegister(pitchClass, low, high, from) - from);

/** Travel when each chord tone moves to the nearest tone of its kind, root to root and third to third. */
function kindToKind({ chord, classes }: HeardBar, to: HeardBar, low: number, high: number): number {
  const held = classes.map((pitchClass) => chord.find((note) => note % 12 === pitchClass) ?? low);
  return to.classes.reduce((travel, pitchClass, voice) => travel + reach(pitchClass, held[voice], low, high), 0);
}

/**
 * Semitones that the voices of a universe's chords move from bar to bar: by the composer, and by two simple methods from the same chords.
 */
export function voiceTravel(universe: HeardUniverse): { ours: number; nearest: number; kind: number } {
  const travel = { ours: 0, nearest: 0, kind: 0 };
  for (const [from, to] of changes(universe)) {
    const { low, high } = chordRegister(to);
    travel.ours += to.chord.reduce((sum, note, voice) => sum + Math.abs(note - from.chord[voice]), 0);
    travel.nearest += nearestNotes(from.chord, to.classes, low, high);
    travel.kind += kindToKind(from, to, low, high);
  }
  return travel;
}

/** Returns `count` different random notes within a register. */
function randomChord(count: number, low: number, high: number, key: number): number[] {
  const notes = new Set<number>();
  for (let draw = 0; notes.size < count; draw++) notes.add(low + Math.floor(uniformAt(key, draw, count) * (high - low + 1)));
  return [...notes];
}

/** Roughness of a universe's chords, and of random ones of the same size in the same register and tuning. */
export function chordRoughness(universe: HeardUniverse): { ours: number; random: number } {
  const tuned = (notes: readonly number[], { key, tuning }: ParameterValues, spelling: readonly number[]) =>
    roughnessOf(notes.map((midi) => frequencyOf(midi, tonicOf(key), spelling, tuning)));
  let ours = 0;
  let random = 0;
  universe.bars.forEach((heard, bar) => {
    const { chord, parameters } = heard;
    const { low, high } = chordRegister(heard);
    ours += tuned(chord, parameters, scaleOf(parameters));
    for (let draw = 0; draw < draws; draw++) {
      const other = randomChord(chord.length, low, high, universe.document.seed + bar * draws + draw);
      random += tuned(other, parameters, scales.chromatic) / draws;
    }
  });
  return { ours, random };
}
