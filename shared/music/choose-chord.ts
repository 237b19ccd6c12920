import { barestStackOf, chordDegrees, richestStackOf } from './chords.ts';
import { drawnTension } from './drawn-tension.ts';
import { barred, rootCost, type RootQuestion, visits } from './progressions.ts';
import type { Centre } from './spiral-array.ts';
import { type Cloud, createCloud, tensionOf, weighCloud } from './tension.ts';

/** The inputs of the choice of a chord. */
export interface ChordQuestion extends RootQuestion {
  /** 0..1: the richness of the chords, and the steepness of the curve that they follow. */
  harmony: number;
  /** Centre of effect of the previous chord; null for the first. */
  before: Centre | null;
  /** The root that the previous bar has planned, or −1. */
  promised: number;
}

/** A chord: the degree of its root, and its kind, 0 bare to `richestStack`. */
export interface ChordChoice {
  root: number;
  stack: number;
}

/** The cost of a tension that misses the curve by its whole range, relative to the costs of the progression. */
const missCost = 3.2;

const trial = createCloud();
const home = createCloud();

/** Fills a cloud with a chord and its bass: the root, or the tonic in a pedal progression. */
export function soundChord(scale: readonly number[], { root, stack }: ChordChoice, bass: number, cloud: Cloud): void {
  cloud.count = chordDegrees(scale, root, stack, cloud.degrees);
  cloud.degrees[cloud.count] = bass;
  cloud.count += 1;
  weighCloud(scale, cloud);
}

export function bassDegree(name: RootQuestion['name'], root: number): number {
  return name === 'pedal' ? 0 : root;
}

const option: ChordChoice = { root: 0, stack: 0 };
const reach = { least: 0, most: 0 };

/** Finds the least and the greatest tension that the chords of the progression have besides the tonic, for this harmony. */
function measureReach(question: ChordQuestion): void {
  const { scale, name, harmony } = question;
  reach.least = 1;
  reach.most = 0;
  option.root = 0;
  option.stack = barestStackOf(harmony);
  soundChord(scale, option, 0, home);
  for (option.root = 0; option.root < scale.length; option.root++) {
    if (!visits(question, option.root)) continue;
    for (option.stack = barestStackOf(harmony); option.stack <= richestStackOf(harmony); option.stack++) {
      soundChord(scale, option, bassDegree(name, option.root), trial);
      const tension = tensionOf(scale, trial, home.centre);
      reach.least = Math.min(reach.least, tension);
      reach.most = Math.max(reach.most, tension);
    }
  }
}

/**
 * Chooses the chord of a bar: among the roots that the progression allows and the kinds of chord that the harmony allows, the one with the
 * lowest sum of its distance from the drawn tension and its cost in the progression.
 */
export function chooseChord(question: ChordQuestion, out: ChordChoice): void {
  const { scale, name, harmony, place, before, promised } = question;
  measureReach(question);
  const span = Math.max(0.01, reach.most - reach.least);
  const wanted = reach.least + drawnTension(name, place, harmony) * span;
  let least = barred;
  for (option.root = 0; option.root < scale.length; option.root++) {
    if (promised >= 0 && option.root !== promised) continue;
    const minds = promised >= 0 ? 0 : rootCost(question, option.root);
    if (minds === barred) continue;
    for (option.stack = barestStackOf(harmony); option.stack <= richestStackOf(harmony); option.stack++) {
      soundChord(scale, option, bassDegree(name, option.root), trial);
      const cost = minds + (missCost * Math.abs(tensionOf(scale, trial, before) - wanted)) / span;
      if (cost >= least) continue;
      least = cost;
      out.root = option.root;
      out.stack = option.stack;
    }
  }
}
