import { audioParameters } from '../../shared/parameters/audio.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { Envelope } from './envelope.ts';
import type { LoadedZone } from './samples/library.ts';

type Waveform = ParameterValues['waveform'];

/** An oscillator of a voice. */
export interface Tone {
  /** Amplitudes of the partials, the fundamental first; they include the level of the tone. */
  readonly partials: readonly number[];
  /** Frequency over that of the note, and detuning in cents. */
  readonly ratio: number;
  readonly cents: number;
}

/** The data of a timbre; one kind of voice plays all timbres. */
export interface Timbre {
  readonly tones: readonly Tone[];
  /** Frequency modulation of the first tone: its depth, over the modulator's frequency, falls from `index` to `rest`. */
  readonly modulation?: { readonly ratio: number; readonly index: number; readonly rest: number; readonly seconds: number };
  /** Gain of the plucked string that replaces the tones where there are worklets. */
  readonly stringLevel?: number;
  /** Recorded notes that replace the tones. */
  readonly zones?: readonly LoadedZone[];
  /** Low-pass of each voice, in multiples of its frequency: start, end, and the time constant. */
  readonly brightness?: { readonly from: number; readonly to: number; readonly seconds: number };
  /** Resonances of the body that all voices share. */
  readonly vowel?: readonly { readonly hz: number; readonly q: number; readonly gain: number }[];
  /** Depth of the vibrato in cents, the same for all voices. */
  readonly vibratoCents?: number;
  readonly gain: number;
  /** Adapts the envelope of the parameters to the instrument, so that it keeps its character. */
  shape(envelope: Envelope): Envelope;
}

/** Limits a value. */
export const between = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
const series = (count: number, amplitude: (n: number) => number) => Array.from({ length: count }, (_, index) => amplitude(index + 1));
/** Adds a soft tone an octave below partials; a tone with them has half the ratio. */
const withUndertone = (partials: readonly number[], amplitude: number) => [amplitude, ...partials.flatMap((partial) => [partial, 0])];
const scaled = (partials: readonly number[], gain: number) => partials.map((amplitude) => amplitude * gain);

/** A plucked string has a comb spectrum: partials with a node at the plucking point are missing. */
const string = series(24, (n) => Math.abs(Math.sin(n * Math.PI * 0.23)) / n ** 0.9);
const soft = series(24, (n) => 1 / n ** 1.15);
const bright = series(20, (n) => 1 / n ** 1.05);

/** The instruments that are built from oscillators. */
export const timbres = {
  // A string: full strength at once; the high partials decay first.
  pluck: {
    tones: [
      { partials: scaled(string, 0.62), ratio: 1, cents: -1.5 },
      { partials: scaled(string, 0.38), ratio: 1, cents: 2.5 },
    ],
    brightness: { from: 14, to: 1.6, seconds: 0.16 },
    stringLevel: 1.7,
    gain: 1,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 0.05, 0.002, 0.4),
      decay: between(decay * 2.6, 0.3, 8),
      sustain: sustain * 0.1,
      release: between(release, 0.15, 8),
    }),
  },
  // A bell: an inharmonic strike, a hum an octave below it, and two close tones that beat slowly.
  bells: {
    tones: [
      { partials: [0.62], ratio: 1, cents: 0 },
      { partials: [0.2], ratio: 2, cents: 3 },
      { partials: withUndertone([0.16], 0.12), ratio: 0.5, cents: 4 },
    ],
    modulation: { ratio: 3.51, index: 2.15, rest: 0.15, seconds: 0.32 },
    gain: 1,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 0.04, 0.002, 0.4),
      decay: between(decay * 4, 0.6, 12),
      sustain: sustain * 0.12,
      release: between(release * 1.6, 0.3, 12),
    }),
  },
  // A pad: three soft, slightly detuned saws over an undertone that open slowly.
  pad: {
    tones: [
      { partials: scaled(soft, 0.36), ratio: 1, cents: -8 },
      { partials: scaled(soft, 0.36), ratio: 1, cents: 0 },
      { partials: withUndertone(scaled(soft, 0.3), 0.12), ratio: 0.5, cents: 9 },
    ],
    brightness: { from: 2.2, to: 8, seconds: 0.9 },
    gain: 1,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 1.4, 0.12, 10),
      decay: between(decay, 0.1, 10),
      sustain: between(sustain, 0.2, 1),
      release: between(release * 1.5, 0.6, 12),
    }),
  },
  // A choir: two singers per voice, and the resonances of an open vowel.
  choir: {
    tones: [
      { partials: scaled(bright, 0.5), ratio: 1, cents: -5 },
      { partials: scaled(bright, 0.5), ratio: 1, cents: 6 },
    ],
    vowel: [
      { hz: 660, q: 4, gain: 1 },
      { hz: 1120, q: 6, gain: 0.55 },
      { hz: 2750, q: 8, gain: 0.2 },
    ],
    vibratoCents: 9,
    gain: 1.3,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack, 0.09, 10),
      decay: between(decay, 0.1, 10),
      sustain: between(sustain, 0.25, 1),
      release: between(release, 0.35, 10),
    }),
  },
  // An electric piano: a hammer on a tine, whose pickup adds harmonics, the more the harder it is struck.
  keys: {
    tones: [
      { partials: [0.74, 0.12, 0.06, 0.03], ratio: 1, cents: 0 },
      { partials: [0.14, 0.06, 0.03, 0.02, 0.01], ratio: 2, cents: 2 },
    ],
    modulation: { ratio: 1, index: 2.5, rest: 0.3, seconds: 0.26 },
    gain: 1,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 0.1, 0.003, 0.8),
      decay: between(decay * 2.5, 0.3, 10),
      sustain: sustain * 0.4,
      release: between(release, 0.12, 8),
    }),
  },
} satisfies Record<string, Timbre>;

/** The basic waveforms, a little rounder than the ideal ones, all equally loud. */
const waves: Readonly<Record<Waveform, readonly number[]>> = {
  sine: [1, 0.05, 0.02],
  triangle: series(15, (n) => (n % 2 === 0 ? 0 : (Math.sin((n * Math.PI) / 2) * 1) / (n * n))),
  sawtooth: scaled(
    series(32, (n) => 1 / n ** 1.1),
    0.74,
  ),
  square: scaled(
    series(31, (n) => (n % 2 === 0 ? 0 : 1 / n ** 1.1)),
    0.88,
  ),
  FM: [0.9],
};
/** The waves of the swarm, in the order of the choices: the same waveforms with weaker upper partials, since so many sound at once. */
export const swarmWaves: readonly (readonly number[])[] = audioParameters.waveform.choices.map((waveform) =>
  waveform === 'FM' ? [0.8, 0, 0.3, 0, 0.1] : waves[waveform].slice(0, 8).map((amplitude, index) => amplitude / Math.sqrt(index + 1)),
);
const waveModulation = { ratio: 2, index: 2.2, rest: 0.7, seconds: 0.25 };

/** Returns the timbre of the bass: the raw waveform with a firm attack. */
export function bassTimbre(waveform: Waveform): Timbre {
  return {
    tones: [{ partials: waves[waveform], ratio: 1, cents: 0 }],
    modulation: waveform === 'FM' ? waveModulation : undefined,
    brightness: { from: 16, to: 5, seconds: 0.25 },
    gain: 1,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 0.25, 0.006, 2.5),
      decay: between(decay, 0.1, 10),
      sustain: between(sustain, 0.15, 1),
      release: between(release * 0.6, 0.06, 6),
    }),
  };
}

/** Returns the timbre of grains of single particles: short for any envelope. */
export function grainTimbre(waveform: Waveform): Timbre {
  return {
    tones: [{ partials: waves[waveform], ratio: 1, cents: 0 }],
    modulation: waveform === 'FM' ? waveModulation : undefined,
    gain: 1,
    shape: ({ attack, release }) => ({
      attack: between(attack * 0.02, 0.002, 0.03),
      decay: 0.14,
      sustain: 0.1,
      release: between(release * 0.4, 0.12, 0.8),
    }),
  };
}

/** The timbre of impacts and of the sounds of the interface: a drop of glass. */
export const glassTimbre: Timbre = {
  tones: [{ partials: [0.8, 0, 0.1], ratio: 1, cents: 0 }],
  modulation: { ratio: 2.76, index: 0.9, rest: 0, seconds: 0.03 },
  gain: 1,
  shape: () => ({ attack: 0.002, decay: 0.16, sustain: 0, release: 0.12 }),
};
