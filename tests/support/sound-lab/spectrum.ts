/** In-place radix-2 Fourier transform of complex numbers. @see Cooley and Tukey 1965 */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const { length } = real;
  for (let index = 1, mirrored = 0; index < length; index++) {
    let bit = length >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored ^= bit;
    if (index >= mirrored) continue;
    [real[index], real[mirrored]] = [real[mirrored], real[index]];
    [imaginary[index], imaginary[mirrored]] = [imaginary[mirrored], imaginary[index]];
  }
  for (let span = 2; span <= length; span *= 2) {
    const angle = (-2 * Math.PI) / span;
    for (let start = 0; start < length; start += span) {
      for (let offset = 0; offset < span / 2; offset++) {
        const [cos, sin] = [Math.cos(angle * offset), Math.sin(angle * offset)];
        const [a, b] = [start + offset, start + offset + span / 2];
        const re = real[b] * cos - imaginary[b] * sin;
        const im = real[b] * sin + imaginary[b] * cos;
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] += re;
        imaginary[a] += im;
      }
    }
  }
}

const windowLength = 4096;

/** Returns the mean of both sides. */
export const monoOf = ([left, right]: readonly Float32Array[]): Float32Array => left.map((sample, index) => (sample + right[index]) / 2);

/** Half octaves from 40 Hz to 14.5 kHz. */
export const halfOctavesHz = Array.from({ length: 18 }, (_, index) => 40 * 2 ** (index / 2));

/** Sixths of an octave over the same range. */
export const sixthsHz = Array.from({ length: 52 }, (_, index) => 40 * 2 ** (index / 6));

/** Mean power in each of the given bands (edges in Hz, one more than bands), in dB; Hann windows that overlap by half. */
export function bandLevels(samples: Float32Array, sampleRate: number, edgesHz: readonly number[]): number[] {
  const powers = new Float64Array(edgesHz.length - 1);
  const bandOf = Array.from({ length: windowLength / 2 }, (_, bin) => {
    const hz = (bin * sampleRate) / windowLength;
    return edgesHz.findIndex((edge, index) => hz >= edge && hz < edgesHz[index + 1]);
  });
  let windows = 0;
  for (let start = 0; start + windowLength <= samples.length; start += windowLength / 2) {
    const real = new Float64Array(windowLength);
    const imaginary = new Float64Array(windowLength);
    for (let index = 0; index < windowLength; index++)
      real[index] = samples[start + index] * (0.5 - 0.5 * Math.cos((2 * Math.PI * index) / windowLength));
    transform(real, imaginary);
    windows += 1;
    for (let bin = 1; bin < windowLength / 2; bin++) {
      const band = bandOf[bin];
      if (band >= 0) powers[band] += (real[bin] ** 2 + imaginary[bin] ** 2) / windowLength ** 2;
    }
  }
  return Array.from(powers, (power) => 10 * Math.log10(power / Math.max(1, windows) + 1e-15));
}

/** Returns the centroid in Hz of a spectrum: levels of bands in dB, and the edges between them. */
export function centroidHz(levels: readonly number[], edgesHz: readonly number[]): number {
  const powers = levels.map((level) => 10 ** (level / 10));
  const weighted = powers.reduce((sum, power, band) => sum + power * Math.sqrt(edgesHz[band]! * edgesHz[band + 1]!), 0);
  return weighted / powers.reduce((sum, power) => sum + power, 0);
}
