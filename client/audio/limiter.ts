import { createPeakFinder, peakSpan } from './true-peak.ts';
import { amplitudeOfDb } from '../common/decibels.ts';

/** Threshold, dBTP: the overshoot that a moving gain adds between samples stays under −1. */
const ceilingDb = -1.2;
const hardCeiling = amplitudeOfDb(-1);
const rampSeconds = 0.005;
const releaseSeconds = 0.15;

/**
 * A look-ahead limiter. The true peak around each sample sets the gain that it allows; the gain falls along a ramp that ends before the
 * peak arrives, and recovers slowly. Works in place on two channels, block by block.
 */
export interface Limiter {
  /** Limits the first `length` samples of two channels; the output is `delaySamples` late. */
  process(left: Float32Array, right: Float32Array, length: number): void;
  readonly delaySamples: number;
}

/** The minimum of the last `span` values in constant time: a queue of the values that may still become the minimum. */
function createSlidingMinimum(span: number) {
  const size = span + 1;
  const values = new Float64Array(size);
  const times = new Float64Array(size);
  let head = 0;
  let count = 0;
  let time = 0;
  return (value: number): number => {
    while (count > 0 && values[(head + count - 1) % size] >= value) count -= 1;
    const end = (head + count) % size;
    values[end] = value;
    times[end] = time;
    count += 1;
    if (times[head] <= time - span) {
      head = (head + 1) % size;
      count -= 1;
    }
    time += 1;
    return values[head];
  };
}

/** Delay of the limiter's output, in samples. */
export const limiterDelaySamples = (sampleRate: number) => Math.round(rampSeconds * sampleRate) + peakSpan - 2;

/** `longest`: most samples of a block. */
export function createLimiter(sampleRate: number, longest: number): Limiter {
  const ceiling = amplitudeOfDb(ceilingDb);
  const ramp = Math.round(rampSeconds * sampleRate);
  const delaySamples = limiterDelaySamples(sampleRate);
  const back = 1 - Math.exp(-1 / (releaseSeconds * sampleRate));
  const finders = [createPeakFinder(longest), createPeakFinder(longest)];
  const peaks = new Float32Array(longest);
  // Held while any sample of the interpolation is in the delay line.
  const smallest = createSlidingMinimum(delaySamples + 1);
  const ramped = new Float64Array(ramp).fill(1);
  const lines = [new Float32Array(delaySamples), new Float32Array(delaySamples)];
  const state = { held: 1, sum: ramp, at: 0, place: 0 };

  return {
    delaySamples,
    process(left, right, length) {
      peaks.fill(0);
      finders[0].find(left, length, ceiling, peaks);
      finders[1].find(right, length, ceiling, peaks);
      let { held, sum, at, place } = state;
      const [leftLine, rightLine] = lines;
      for (let index = 0; index < length; index++) {
        const allowed = smallest(peaks[index] > ceiling ? ceiling / peaks[index] : 1);
        held = Math.min(allowed, held + (1 - held) * back);
        if (held > 0.99999) held = allowed;
        sum += held - ramped[at];
        ramped[at] = held;
        at = at + 1 === ramp ? 0 : at + 1;
        const gain = sum / ramp;
        const a = leftLine[place] * gain;
        const b = rightLine[place] * gain;
        leftLine[place] = left[index];
        rightLine[place] = right[index];
        place = place + 1 === delaySamples ? 0 : place + 1;
        // A last hard clip for what the limiter cannot foresee; normally without effect.
        left[index] = Math.max(-hardCeiling, Math.min(hardCeiling, a));
        right[index] = Math.max(-hardCeiling, Math.min(hardCeiling, b));
      }
      // Removes rounding errors from the sum when the gain is at rest.
      if (Math.abs(sum - ramp) < 1e-6 && held === 1) sum = ramp;
      state.held = held;
      state.sum = sum;
      state.at = at;
      state.place = place;
    },
  };
}
