/** Measures of rendered sound. Samples: −1..1. */

/** Peak level in dBFS; NaN if any sample is not a number. */
export function peakDb(channels: readonly Float32Array[]): number {
  let peak = 0;
  for (const samples of channels) for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return 20 * Math.log10(peak);
}

/** Spectral centre in Hz, from the rate of change of the samples: √(Σ(dx/dt)² / Σx²) / 2π. */
export function spectralCentreHz(samples: Float32Array, sampleRate: number): number {
  let changes = 0;
  let squares = 0;
  for (let index = 1; index < samples.length; index++) {
    changes += (samples[index] - samples[index - 1]) ** 2;
    squares += samples[index] ** 2;
  }
  return squares === 0 ? 0 : (Math.sqrt(changes / squares) * sampleRate) / (2 * Math.PI);
}
