import { mix, uniformAt } from '../math/generator.ts';
import { type Meter, maxSteps, stepsPerBar, stepsPerSixteenth, weightOf } from './meter.ts';
import { isEuclideanOnset, type Pattern, patternHas } from './patterns.ts';
import { syncopationBound, syncopationOf } from './syncopation.ts';

/**
 * Steps of the finest grid on which notes of one part may follow each other: a tenth of a second or more apart, also where
 * swing brings them closer. `tempo` in BPM.
 */
export function finestGrid(tempo: number, swing: number): number {
  // The second half of a swung pair is this much shorter than an even one.
  const stepSeconds = (7.5 / tempo) * (1 - swing / 2);
  if (stepSeconds >= 0.1) return 1;
  return stepSeconds >= 0.05 ? 2 : stepSeconds >= 0.025 ? 4 : 8;
}

/** The rhythm of a bar: its `count` strongest places on a grid. */
export interface BarRhythm {
  meter: Meter;
  /** Distance of the places in steps. */
  grid: number;
  /** 0..1: from the strong beats to the pattern. */
  syncopation: number;
  /** The pattern that is played off the beats, or `ownPattern` for an uneven one from the seed. */
  pattern: Pattern;
  /** Bound of the measured syncopation, by complexity 0..1. */
  complexity: number;
  /** Seed of the random choices: the same seed gives the same rhythm. */
  seed: number;
  /** Notes in the bar. */
  count: number;
  /** 1 at each step that has an onset, as last written. */
  readonly onsets: Uint8Array;
}

export const ownPattern: Pattern = -1;

export function createRhythm(): BarRhythm {
  return {
    meter: '4/4',
    grid: 4,
    syncopation: 0,
    pattern: ownPattern,
    complexity: 1,
    seed: 0,
    count: 0,
    onsets: new Uint8Array(maxSteps),
  };
}

/** Places of a bar on a rhythm's grid. */
export function placesOf({ meter, grid }: BarRhythm): number {
  return Math.ceil(stepsPerBar(meter) / grid);
}

function followsPattern({ meter, grid, seed, pattern }: BarRhythm, places: number, place: number): boolean {
  const step = place * grid;
  if (pattern !== ownPattern) return step % stepsPerSixteenth === 0 && patternHas(pattern, meter, step / stepsPerSixteenth);
  const onsets = Math.max(2, Math.floor(places * (0.3 + 0.15 * uniformAt(seed, 1, 0))));
  return isEuclideanOnset(onsets, places, (place + (mix(seed) % places)) % places);
}

const pulls = new Float64Array(maxSteps);

/** Computes the weight of each place for an onset. Independent of `count`, so that a denser rhythm keeps the onsets of a sparser one. */
function weighPlaces(rhythm: BarRhythm, places: number, syncopation: number): void {
  for (let place = 0; place < places; place++) {
    const weight = weightOf(rhythm.meter, place * rhythm.grid);
    const own = 0.6 * (followsPattern(rhythm, places, place) ? 1 : 0) + 0.2 * uniformAt(rhythm.seed, 2, place) + 0.2 * weight;
    pulls[place] = weight * (1 - syncopation) + own * syncopation;
  }
}

/** Marks the strongest places; of equally strong ones the earlier. */
function markStrongest({ onsets, grid, count }: BarRhythm, places: number): void {
  onsets.fill(0);
  for (let place = 0; place < places; place++) {
    let stronger = 0;
    for (let other = 0; other < places && stronger < count; other++) {
      if (pulls[other] > pulls[place] || (pulls[other] === pulls[place] && other < place)) stronger += 1;
    }
    if (stronger < count) onsets[place * grid] = 1;
  }
}

/** Share of its syncopation that a rhythm keeps each time it has too much, and the most attempts. */
const keeps = 0.75;
const tries = 8;

/**
 * Writes the onsets of a rhythm, moving towards its beats until the measured syncopation is within the bound. Onsets on the strongest
 * places alone have none, so such a rhythm always exists.
 */
export function writeRhythm(rhythm: BarRhythm): void {
  const places = placesOf(rhythm);
  const bound = syncopationBound(rhythm.meter, rhythm.complexity);
  let { syncopation } = rhythm;
  for (let attempt = 0; attempt <= tries; attempt++) {
    weighPlaces(rhythm, places, attempt === tries ? 0 : syncopation);
    markStrongest(rhythm, places);
    if (syncopationOf(rhythm.meter, rhythm.onsets) <= bound) return;
    syncopation *= keeps;
  }
}

/** True when the rhythm as last written has an onset at `step` of the bar. */
export function hasOnset({ onsets }: BarRhythm, step: number): boolean {
  return onsets[step] === 1;
}

/** Steps from `step` to the rhythm's next onset, or to `end` when none comes before. */
export function stepsToNextOnset({ onsets }: BarRhythm, step: number, end: number): number {
  for (let next = step + 1; next < end; next++) if (onsets[next] === 1) return next - step;
  return end - step;
}

/** A whole number of notes whose mean over many seeds is `mean`. */
export function wholeCount(mean: number, seed: number): number {
  const whole = Math.floor(mean);
  return whole + (uniformAt(seed, 3, 0) < mean - whole ? 1 : 0);
}
