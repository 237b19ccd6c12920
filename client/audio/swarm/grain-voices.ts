import { amplitudeOfDb } from '../../common/decibels.ts';
/** A grain: a tone with a linear attack and release, through a second-order low-pass. */
export interface Grain {
  frequencyHz: number;
  cutoffHz: number;
  /** −1 left to 1 right. */
  pan: number;
  /** Gain at its peak. */
  peak: number;
  attackSamples: number;
  releaseSamples: number;
}

/** Voices that play one grain each. */
export interface GrainVoices {
  /** Starts a grain at the beginning of the next block. */
  start(voice: number, grain: Grain): void;
  /** True when a voice's grain has ended. */
  isFree(voice: number): boolean;
  /** Adds the next `length` samples of all voices. */
  render(left: Float32Array, right: Float32Array, length: number): void;
  /** The wave of all voices: one period of `tableLength` samples, and the first sample again. */
  wave: Float32Array;
}

export const tableLength = 2048;
/** Resonance of a Butterworth low-pass, in dB as in Web Audio. */
export const grainQ = -3.0103;

/** Returns the wave table of one period of a sum of sines. `partials`: amplitudes, the fundamental first. */
export function waveTable(partials: readonly number[]): Float32Array {
  return Float32Array.from({ length: tableLength + 1 }, (_, index) =>
    partials.reduce((sum, amplitude, n) => sum + amplitude * Math.sin((2 * Math.PI * (n + 1) * index) / tableLength), 0),
  );
}

/**
 * Creates voices in typed arrays, with a loop for each: while it runs, the state of a voice is in local variables, which engines keep in
 * registers. @see W3C Web Audio API, §1.13.6, for the coefficients of the low-pass and the law of the panner
 */
export function createGrainVoices(sampleRate: number, count: number, wave: Float32Array): GrainVoices {
  const column = () => new Float64Array(count);
  const [phase, step, left, right] = [column(), column(), column(), column()];
  const [b0, a1, a2, z1, z2] = [column(), column(), column(), column(), column()];
  const [peak, attack, whole, age] = [column(), column(), column(), column()];

  const levelAt = (voice: number, samples: number) => {
    if (samples >= whole[voice]) return 0;
    if (samples < attack[voice]) return (peak[voice] * samples) / attack[voice];
    return (peak[voice] * (whole[voice] - samples)) / (whole[voice] - attack[voice]);
  };

  const tune = (voice: number, hz: number) => {
    const w = (2 * Math.PI * Math.min(hz, sampleRate * 0.45)) / sampleRate;
    const alpha = Math.sin(w) / (2 * amplitudeOfDb(grainQ));
    const a0 = 1 + alpha;
    b0[voice] = (1 - Math.cos(w)) / 2 / a0;
    a1[voice] = (-2 * Math.cos(w)) / a0;
    a2[voice] = (1 - alpha) / a0;
  };

  const renderVoice = (voice: number, table: Float32Array, leftOut: Float32Array, rightOut: Float32Array, length: number) => {
    const [increment, gainLeft, gainRight] = [step[voice], left[voice], right[voice]];
    const [c0, d1, d2] = [b0[voice], a1[voice], a2[voice]];
    let at = phase[voice];
    let s1 = z1[voice];
    let s2 = z2[voice];
    let level = levelAt(voice, age[voice]);
    const slope = (levelAt(voice, age[voice] + length) - level) / length;
    for (let index = 0; index < length; index++) {
      const whole = at | 0;
      const low = table[whole];
      const sample = c0 * (low + (table[whole + 1] - low) * (at - whole));
      const filtered = sample + s1;
      s1 = sample + sample - d1 * filtered + s2;
      s2 = sample - d2 * filtered;
      const loud = filtered * level;
      leftOut[index] += loud * gainLeft;
      rightOut[index] += loud * gainRight;
      level += slope;
      at += increment;
      if (at >= tableLength) at -= tableLength;
    }
    phase[voice] = at;
    z1[voice] = s1;
    z2[voice] = s2;
    age[voice] += length;
  };

  return {
    wave,
    isFree: (voice) => age[voice] >= whole[voice],
    start(voice, grain) {
      step[voice] = (Math.min(grain.frequencyHz, sampleRate * 0.45) * tableLength) / sampleRate;
      const angle = ((grain.pan + 1) * Math.PI) / 4;
      left[voice] = Math.cos(angle);
      right[voice] = Math.sin(angle);
      peak[voice] = grain.peak;
      attack[voice] = Math.max(1, grain.attackSamples);
      whole[voice] = attack[voice] + Math.max(1, grain.releaseSamples);
      age[voice] = 0;
      tune(voice, grain.cutoffHz);
    },
    render(leftOut, rightOut, length) {
      for (let voice = 0; voice < count; voice++) if (age[voice] < whole[voice]) renderVoice(voice, this.wave, leftOut, rightOut, length);
    },
  };
}
