/**
 * Whether step `at` of `steps` is one of `onsets` spread as evenly as can be.
 * @see Toussaint 2005, "The Euclidean Algorithm Generates Traditional Musical Rhythms"
 */
export function isEuclideanOnset(onsets: number, steps: number, at: number): boolean {
  if (onsets <= 0) return false;
  if (onsets >= steps) return true;
  return (at * onsets) % steps < onsets;
}

/**
 * Chance of a melody onset at a sixteenth, so that a bar carries `perBeat` notes a quarter on average.
 * `weight` is the sixteenth's metrical weight, `complexity` 0..1 blends from on the beat to anywhere.
 */
export function onsetChance(perBeat: number, weight: number, complexity: number): number {
  // Weights of a bar average about 0.37; squared they favour the beat.
  const accented = (weight * weight) / 0.22;
  return Math.min(0.95, (perBeat / 4) * (accented * (1 - complexity) + (0.35 + weight * 1.75) * complexity));
}
