import { mix, uniformAt } from '../math/generator.ts';
import { type Meter, stepsPerBar, weightOf } from './meter.ts';

/**
 * Whether step `at` of `steps` is one of `onsets` spread as evenly as can be.
 * @see Toussaint 2005, "The Euclidean Algorithm Generates Traditional Musical Rhythms"
 */
export function isEuclideanOnset(onsets: number, steps: number, at: number): boolean {
  if (onsets <= 0) return false;
  return (at * onsets) % steps < onsets;
}

/** Steps of the finest grid on which notes of one part may follow each other: a tenth of a second or more apart. `tempo` in BPM. */
export function finestGrid(tempo: number): number {
  const stepSeconds = 7.5 / tempo;
  if (stepSeconds >= 0.1) return 1;
  return stepSeconds >= 0.05 ? 2 : 4;
}

/** A rhythm of one bar: its `count` strongest places on a grid. */
export interface BarRhythm {
  meter: Meter;
  /** Distance of the places in steps. */
  grid: number;
  /** 0..1: from the strong beats to an uneven pattern of its own. */
  syncopation: number;
  /** Names the pattern; the same seed gives the same pattern. */
  seed: number;
  /** Notes in the bar. */
  count: number;
}

/** How strongly a place asks for an onset. Independent of `count`, so that a denser rhythm keeps the onsets of a sparser one. */
function pull(rhythm: BarRhythm, place: number): number {
  const { meter, grid, syncopation, seed } = rhythm;
  const places = Math.floor(stepsPerBar(meter) / grid);
  const weight = weightOf(meter, place * grid);
  const onsets = Math.max(2, Math.floor(places * (0.3 + 0.15 * uniformAt(seed, 1, 0))));
  const turned = (place + (mix(seed) % places)) % places;
  const own = 0.5 * (isEuclideanOnset(onsets, places, turned) ? 1 : 0) + 0.3 * uniformAt(seed, 2, place) + 0.2 * weight;
  return weight * (1 - syncopation) + own * syncopation;
}

/** Whether the rhythm has an onset at `step` of the bar. */
export function hasOnset(rhythm: BarRhythm, step: number): boolean {
  const { grid, count } = rhythm;
  if (step % grid !== 0 || count <= 0) return false;
  const places = Math.floor(stepsPerBar(rhythm.meter) / grid);
  if (count >= places) return true;
  const place = step / grid;
  const strength = pull(rhythm, place);
  let stronger = 0;
  for (let other = 0; other < places && stronger < count; other++) {
    if (other === place) continue;
    const against = pull(rhythm, other);
    if (against > strength || (against === strength && other < place)) stronger += 1;
  }
  return stronger < count;
}

/** Steps from `step` to the rhythm's next onset, or to `end` when none comes before. */
export function stepsToNextOnset(rhythm: BarRhythm, step: number, end: number): number {
  for (let next = step + 1; next < end; next++) if (hasOnset(rhythm, next)) return next - step;
  return end - step;
}

/** A whole number of notes whose mean over many seeds is `mean`. */
export function wholeCount(mean: number, seed: number): number {
  const whole = Math.floor(mean);
  return whole + (uniformAt(seed, 3, 0) < mean - whole ? 1 : 0);
}
