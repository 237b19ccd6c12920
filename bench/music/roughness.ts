/** Number of harmonics of a note, and the amplitude of each relative to the previous one. */
const harmonics = 6;
const decay = 0.88;

/**
 * Sensory roughness of notes that sound together, each with six harmonics: the dissonance curves of Plomp and Levelt 1965 in
 * the form of Sethares, summed over all pairs of partials. `frequencies` in Hz.
 * @see Sethares 1993, "Local consonance and the relationship between timbre and scale", appendix
 */
export function roughnessOf(frequencies: readonly number[]): number {
  const partials = frequencies.flatMap((frequency) =>
    Array.from({ length: harmonics }, (_, index) => ({ frequency: frequency * (index + 1), amplitude: decay ** index })),
  );
  let sum = 0;
  for (let i = 1; i < partials.length; i++) {
    for (let j = 0; j < i; j++) {
      const low = Math.min(partials[i].frequency, partials[j].frequency);
      const apart = Math.abs(partials[i].frequency - partials[j].frequency) * (0.24 / (0.0207 * low + 18.96));
      sum += Math.min(partials[i].amplitude, partials[j].amplitude) * (Math.exp(-3.51 * apart) - Math.exp(-5.75 * apart));
    }
  }
  return 5 * sum;
}
