import { dbOfAmplitude } from '../common/decibels.ts';
/**
 * Finds the peaks of a sound between its samples by fourfold oversampling.
 * @see ITU-R BS.1770-4, Annex 2: the interpolator of 48 coefficients in four phases
 */
const taps = 12;
/** The first two phases; the others are their reverse. */
const first = [
  0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875, -0.102294921875,
  0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125,
];
const second = [
  -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625, -0.2003173828125, 0.1015625,
  -0.0582275390625, 0.0330810546875, -0.0189208984375,
];
const phases = [first, second, second.toReversed(), first.toReversed()].map((phase) => Float64Array.from(phase));

/** Upper bound of an interpolated value, in multiples of the largest sample that it is made of. */
const maxGain = Math.max(...phases.map((phase) => phase.reduce((sum, value) => sum + Math.abs(value), 0)));

/** Samples from which a value is interpolated: the current one and those before. */
export const peakSpan = taps;

export interface PeakFinder {
  /**
   * Writes the largest magnitude around each sample into `out` where it exceeds the value there. The magnitude of a sample is at the index
   * of the last sample of its interpolation. A block that cannot exceed `floor` is skipped.
   */
  find(samples: Float32Array, length: number, floor: number, out: Float32Array): void;
}

/** Creates a finder for one channel, for blocks of at most `longest` samples. */
export function createPeakFinder(longest: number): PeakFinder {
  const [h0, h1, h2, h3] = phases;
  const line = new Float32Array(taps - 1 + longest);
  return {
    find(samples, length, floor, out) {
      let largest = 0;
      for (let index = 0; index < length; index++) line[taps - 1 + index] = samples[index];
      for (let index = 0; index < taps - 1 + length; index++) largest = Math.max(largest, Math.abs(line[index]));
      if (largest * maxGain > floor) {
        for (let index = 0; index < length; index++) {
          let a = 0;
          let b = 0;
          let c = 0;
          let d = 0;
          for (let tap = 0, at = index + taps - 1; tap < taps; tap++, at--) {
            const sample = line[at];
            a += h0[tap] * sample;
            b += h1[tap] * sample;
            c += h2[tap] * sample;
            d += h3[tap] * sample;
          }
          const peak = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
          if (peak > out[index]) out[index] = peak;
        }
      }
      line.copyWithin(0, length, length + taps - 1);
    },
  };
}

const blockLength = 512;

/** Measures the running true peak of any number of channels, as a magnitude. */
export function createTruePeak(channelCount: number) {
  const finders = Array.from({ length: channelCount }, () => createPeakFinder(blockLength));
  const found = new Float32Array(blockLength);
  let peak = 0;
  return {
    push(channels: readonly Float32Array[], from = 0, to = channels[0].length) {
      for (let at = from; at < to; at += blockLength) {
        const length = Math.min(blockLength, to - at);
        found.fill(0);
        channels.forEach((samples, index) => finders[index].find(samples.subarray(at, at + length), length, peak, found));
        for (let index = 0; index < length; index++) if (found[index] > peak) peak = found[index];
      }
    },
    /** Returns the largest magnitude since the last call. */
    take(): number {
      const taken = peak;
      peak = 0;
      return taken;
    },
  };
}

/** True peak of a whole sound in dBTP; NaN if any sample is not finite. */
export function truePeakOf(channels: readonly Float32Array[]): number {
  if (channels.some((samples) => samples.some((sample) => !Number.isFinite(sample)))) return Number.NaN;
  const meter = createTruePeak(channels.length);
  meter.push(channels);
  return dbOfAmplitude(meter.take());
}
