import { musicParameters } from '../parameters/music.ts';
import { type Meter, stepsPerBar, stepsPerSixteenth, weightOf } from './meter.ts';

/** Returns the depth of each step of a bar in its meter: 0 the first, 1 the next weight, and so on to the thirty-seconds. */
function depthsOf(meter: Meter): Int32Array {
  const weights = Array.from({ length: stepsPerBar(meter) }, (_, step) => weightOf(meter, step));
  const ranks = [...new Set(weights)].sort((a, b) => b - a);
  return Int32Array.from(weights, (weight) => ranks.indexOf(weight));
}

const byMeter = <T>(of: (meter: Meter) => T) =>
  Object.fromEntries(musicParameters.meter.choices.map((meter) => [meter, of(meter)])) as Record<Meter, T>;

const depths = byMeter(depthsOf);

/**
 * Syncopation of a bar that repeats: for each onset, the weight by which the strongest of the silent steps after it exceeds it. `onsets`: 1
 * at the steps that have one.
 * @see Longuet-Higgins and Lee 1984, "The Rhythmic Interpretation of Monophonic Music"
 */
export function syncopationOf(meter: Meter, onsets: ArrayLike<number>): number {
  const depth = depths[meter];
  const steps = depth.length;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    if (onsets[step] === 0) continue;
    let strongest = depth[step];
    for (let after = 1; after < steps && onsets[(step + after) % steps] === 0; after++) {
      strongest = Math.min(strongest, depth[(step + after) % steps]);
    }
    sum += depth[step] - strongest;
  }
  return sum;
}

/** Syncopation of a bar with an onset on every second sixteenth, all off the beat. */
const offBeats = byMeter((meter) =>
  syncopationOf(
    meter,
    Array.from({ length: stepsPerBar(meter) }, (_, step) => (step % (2 * stepsPerSixteenth) === stepsPerSixteenth ? 1 : 0)),
  ),
);

/** The most syncopation that a bar may have, by rhythm complexity 0..1: from none to all of it off the beat. */
export function syncopationBound(meter: Meter, complexity: number): number {
  return complexity * offBeats[meter];
}
