import { nextState, uniformOf } from '../../../shared/math/generator.ts';

/** Lowest note in Hz: the longest string. */
const minHz = 25;
/** Plucking point as a share of the string: partials with a node there do not sound. */
const pluckAt = 0.23;
/** Seconds in which a string falls by 60 dB from the loss over its whole spectrum alone. */
const ringSeconds = 5;
const sixtyDb = 6.907755278982137;
/** Damping of high partials in each turn of the loop: less for high strings, which turn more often. */
const dullest = 0.45;
const dullHz = 330;
/** Partials up to which the spectrum of the softest and the hardest pluck is flat. */
const softest = 1.2;
const hardest = 7;
const silentFrom = 1e-5;

/** A plucked string. Equal plucks in equal order give equal samples. */
export interface PluckedString {
  /** Plucks the string: pitch in Hz, force 0..1. */
  pluck(frequencyHz: number, force: number): void;
  /** Changes the pitch from now on. */
  tune(frequencyHz: number): void;
  /** Writes samples `from`..`to` of a block. */
  render(out: Float32Array, from: number, to: number): void;
}

/**
 * Creates a loop of one period, filled with noise, that loses its high partials turn by turn. An all-pass in the loop is its fine tuning.
 * @see Karplus and Strong 1983; Jaffe and Smith 1983 for tuning, place and force of the pluck
 */
export function createPluckedString(sampleRate: number, seed: number): PluckedString {
  const size = 1 << Math.ceil(Math.log2(sampleRate / minHz + 4));
  const mask = size - 1;
  const line = new Float64Array(size);
  const noise = new Float64Array(size);
  const state = { at: 0, last: 0, allIn: 0, allOut: 0, loudest: 0 };
  const loop = { delay: 100, fine: 0, dull: 0.3, keep: 0.99 };
  let chance = seed;

  const tune = (frequencyHz: number) => {
    const hz = Math.max(minHz, Math.min(sampleRate / 8, frequencyHz));
    loop.dull = dullest * Math.min(1, Math.sqrt(dullHz / hz));
    loop.keep = Math.exp(-sixtyDb / (ringSeconds * hz));
    // The low-pass delays low frequencies by `dull` samples; the all-pass delays by the rest, 0.3..1.3 samples, where it is flat.
    const period = sampleRate / hz - loop.dull;
    loop.delay = Math.floor(period - 0.3);
    const rest = period - loop.delay;
    loop.fine = (1 - rest) / (1 + rest);
  };

  /**
   * Fills a period with noise: low-passed for a soft pluck, without partials that have a node at the plucking point, and without a mean.
   */
  const excite = (length: number, force: number) => {
    // A finger is wide and soft: it excites partials above the first few less and less.
    const partials = softest + (hardest - softest) * force * force;
    const share = 1 - Math.exp((-2 * Math.PI * partials) / length);
    const comb = Math.max(1, Math.round(length * pluckAt));
    let smooth = 0;
    let smoother = 0;
    for (let index = 0; index < length; index++) {
      chance = nextState(chance);
      smooth += share * (uniformOf(chance) * 2 - 1 - smooth);
      smoother += share * (smooth - smoother);
      noise[index] = smoother;
    }
    let mean = 0;
    let squares = 0;
    for (let index = 0; index < length; index++) {
      const sample = noise[index] - noise[(index + length - comb) % length];
      line[(state.at - length + index) & mask] = sample;
      mean += sample / length;
    }
    for (let index = 0; index < length; index++) squares += (line[(state.at - length + index) & mask] - mean) ** 2;
    const gain = 0.5 / Math.sqrt(squares / length + 1e-12);
    for (let index = 0; index < length; index++) {
      const place = (state.at - length + index) & mask;
      line[place] = (line[place] - mean) * gain;
    }
  };

  return {
    tune,
    pluck(frequencyHz, force) {
      tune(frequencyHz);
      state.last = 0;
      state.allIn = 0;
      state.allOut = 0;
      state.loudest = 1;
      excite(loop.delay + 1, Math.max(0, Math.min(1, force)));
    },
    render(out, from, to) {
      if (state.loudest < silentFrom) {
        out.fill(0, from, to);
        return;
      }
      const { delay, fine, dull, keep } = loop;
      let { at, last, allIn, allOut } = state;
      let loudest = 0;
      for (let index = from; index < to; index++) {
        const sample = line[(at - delay) & mask];
        const duller = keep * ((1 - dull) * sample + dull * last);
        last = sample;
        allOut = fine * (duller - allOut) + allIn;
        allIn = duller;
        line[at & mask] = allOut;
        at = (at + 1) & mask;
        loudest = Math.max(loudest, Math.abs(sample));
        out[index] = sample;
      }
      state.at = at;
      state.last = last;
      state.allIn = allIn;
      state.allOut = allOut;
      // Falls slowly, since a block may be shorter than a period.
      state.loudest = Math.max(loudest, state.loudest * 0.97);
    },
  };
}
