import { uniformAt } from '../math/generator.ts';
import type { ParameterValues } from '../parameters/index.ts';
import { commonTones, isStable } from './chords.ts';
import { barsPerPhrase, barsPerSection } from './form.ts';
import type { ScaleName } from './scales.ts';

type ProgressionName = ParameterValues['progression'];

/** Roots of the fixed progressions as semitones above the tonic of a major scale, a bar each. */
const loops: Partial<Record<ProgressionName, readonly number[]>> = {
  'I–V–vi–IV': [0, 7, 9, 5],
  'ii–V–I': [2, 7, 0, 0],
  none: [0],
};
const majorSteps = [0, 2, 4, 5, 7, 9, 11];

/** The two degrees beside the tonic in which a mode shows its colour. */
const colours: Partial<Record<ScaleName, readonly [number, number]>> = {
  major: [3, 4],
  'natural-minor': [6, 5],
  'harmonic-minor': [4, 5],
  'melodic-minor': [3, 4],
  dorian: [3, 6],
  phrygian: [1, 6],
  lydian: [1, 4],
  mixolydian: [6, 3],
  locrian: [4, 1],
};

/** What the choice of a chord depends on. */
export interface ChordQuestion {
  name: ProgressionName;
  scaleName: ScaleName;
  scale: readonly number[];
  /** The bar asked about, and the root of the one before. */
  bar: number;
  previous: number;
  /** 0..1: how bold the drift is. */
  energy: number;
  seed: number;
}

/** The degree whose note lies nearest to `semitones` above the tonic. */
function degreeNear(scale: readonly number[], semitones: number): number {
  let best = 0;
  for (let degree = 1; degree < scale.length; degree++) {
    if (Math.abs(scale[degree] - semitones) < Math.abs(scale[best] - semitones)) best = degree;
  }
  return best;
}

/** The degree of a root of the major scale in another scale: the same degree of seven, else the nearest note. */
function degreeOfStep(scale: readonly number[], semitones: number): number {
  return scale.length === 7 ? majorSteps.indexOf(semitones) : degreeNear(scale, semitones);
}

/** Degree 0 .. size − 1 on which the chord of a bar stands. */
export function rootOfBar(question: ChordQuestion): number {
  const { name, scale, scaleName, bar } = question;
  const loop = loops[name];
  if (loop) return degreeOfStep(scale, loop[bar % loop.length]);
  if (name === 'modal') {
    const [first, second] = colours[scaleName] ?? [degreeNear(scale, 5), degreeNear(scale, 10)];
    return [0, 0, first, 0, 0, second, first, 0][bar % 8];
  }
  return name === 'pedal' ? pedalRoot(question) : driftRoot(question);
}

/** Over a held bass: the tonic, and in every second pair of bars a neighbour that shares notes with it. */
function pedalRoot(question: ChordQuestion): number {
  const { bar, previous } = question;
  if (bar % barsPerPhrase < 2) return 0;
  return bar % 2 === 1 ? previous : walk(question, 0, 0);
}

/** A walk by common tones: slow and close when calm, each bar and further when energetic; home at the start of a section. */
function driftRoot(question: ChordQuestion): number {
  const { bar, previous, energy, scale, seed } = question;
  if (bar % barsPerSection === 0) return 0;
  const place = bar % barsPerPhrase;
  // The last bar of a phrase leans on the dominant, or on the subdominant, and asks for the next.
  if (place === barsPerPhrase - 1 && uniformAt(seed, bar, 11) < 0.7) return degreeNear(scale, uniformAt(seed, bar, 12) < 0.65 ? 7 : 5);
  if (place === 0 && uniformAt(seed, bar, 13) < 0.45) return 0;
  if (energy < 0.4 && bar % 2 === 1) return previous;
  return walk(question, previous, energy);
}

/** Draws another root, more likely the more notes its triad shares with that of `from`; energy evens the odds. */
function walk({ scale, seed, bar, energy }: ChordQuestion, from: number, boldness: number): number {
  const weight = (root: number) => {
    if (root === from) return 0;
    const shared = commonTones(scale, from, root);
    const near = shared === 0 ? 0.05 : shared * shared;
    const odds = near * (1 - boldness) + 1.2 * boldness;
    return isStable(scale, root) ? odds : odds * (0.1 + 0.3 * energy);
  };
  let total = 0;
  for (let root = 0; root < scale.length; root++) total += weight(root);
  let left = uniformAt(seed, bar, 14) * total;
  for (let root = 0; root < scale.length; root++) {
    left -= weight(root);
    if (left < 0) return root;
  }
  return from;
}
