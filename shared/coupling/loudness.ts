/** Time constant in seconds of the loudness in the loop: longer than a beat at 40 BPM, which lasts 1.5 s, so that no single beat counts. */
export const loudnessSeconds = 2;

/** Summed amplitude that is heard as half of full loudness. */
const halfLoud = 0.5;

/** Modelled loudness 0..1 of a summed amplitude of all voices, 0 and above. */
export function loudnessOf(amplitude: number): number {
  return amplitude / (halfLoud + amplitude);
}
