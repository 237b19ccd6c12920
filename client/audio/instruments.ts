import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import { createVoicePool, type PooledVoice, type VoicePool } from './voice-pool.ts';

type InstrumentName = ParameterValues['instrument'];
type Waveform = ParameterValues['waveform'];
type MelodicVoice = Tone.Synth | Tone.FMSynth;
/** Seconds, seconds, 0..1, seconds. */
export type Envelope = Pick<ParameterValues, 'attack' | 'decay' | 'sustain' | 'release'>;

/** A pool of voices whose envelope follows the parameters. */
export interface Instrument extends VoicePool {
  shape(envelope: Envelope): void;
  dispose(): void;
}

/** How each instrument bends the envelope of the parameters, so that it stays itself: shortest and longest of each phase. */
interface Character {
  make: () => MelodicVoice;
  gain: number;
  shape: (envelope: Envelope) => Envelope;
}

const between = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

const characters: Record<InstrumentName, Character> = {
  // A string: all of its strength at once, then only decay; a triangle with an odd shimmer of partials.
  pluck: {
    make: () => new Tone.Synth({ oscillator: { type: 'custom', partials: [1, 0.55, 0.34, 0.2, 0.12, 0.08, 0.05, 0.03] } }),
    gain: 0.5,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 0.05, 0.002, 0.02),
      decay: between(decay * 2.2, 0.25, 4),
      sustain: sustain * 0.08,
      release: between(release, 0.15, 3),
    }),
  },
  // A bell: a modulator at an irrational ratio, whose brightness rings off first.
  bells: {
    make: () =>
      new Tone.FMSynth({
        harmonicity: 3.01,
        modulationIndex: 5,
        oscillator: { type: 'sine' },
        modulation: { type: 'sine' },
        modulationEnvelope: { attack: 0.002, decay: 0.5, sustain: 0.05, release: 0.6 },
      }),
    gain: 0.36,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 0.04, 0.002, 0.3),
      decay: between(decay * 4, 0.5, 8),
      sustain: sustain * 0.1,
      release: between(release * 1.6, 0.3, 8),
    }),
  },
  // A pad: three detuned saws that have been rounded off, never in a hurry.
  pad: {
    make: () => new Tone.Synth({ oscillator: { type: 'fatcustom', partials: [1, 0.4, 0.22, 0.1, 0.05], spread: 22, count: 3 } }),
    gain: 0.3,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 1.4, 0.12, 6),
      decay: between(decay, 0.1, 6),
      sustain: between(sustain, 0.3, 1),
      release: between(release * 1.5, 0.6, 10),
    }),
  },
  // A choir of sines: the partials of an open vowel, two singers a voice.
  choir: {
    make: () => new Tone.Synth({ oscillator: { type: 'fatcustom', partials: [1, 0.12, 0.5, 0.3, 0.06, 0.04, 0.1], spread: 14, count: 2 } }),
    gain: 0.32,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack, 0.09, 4),
      decay: between(decay, 0.1, 4),
      sustain: between(sustain, 0.4, 1),
      release: between(release, 0.35, 6),
    }),
  },
  // An electric piano: a soft hammer on a tine.
  keys: {
    make: () =>
      new Tone.FMSynth({
        harmonicity: 1,
        modulationIndex: 2.2,
        oscillator: { type: 'sine' },
        modulation: { type: 'triangle' },
        modulationEnvelope: { attack: 0.002, decay: 0.28, sustain: 0.12, release: 0.3 },
      }),
    gain: 0.42,
    shape: ({ attack, decay, sustain, release }) => ({
      attack: between(attack * 0.1, 0.003, 0.5),
      decay: between(decay * 2.5, 0.3, 5),
      sustain: sustain * 0.35,
      release: between(release, 0.12, 4),
    }),
  },
};

/** One Tone synth behind its own panner. */
function pannedVoice(
  synth: MelodicVoice,
  output: Tone.ToneAudioNode,
  gain: number,
  width: () => number,
): PooledVoice & { dispose(): void } {
  const panner = new Tone.Panner(0).connect(output);
  synth.connect(panner);
  return {
    play(frequencyHz, velocity, whenSeconds, durationSeconds, pan) {
      panner.pan.setValueAtTime(pan * width(), whenSeconds);
      synth.triggerAttackRelease(frequencyHz, durationSeconds, whenSeconds, velocity * gain);
    },
    dispose() {
      synth.dispose();
      panner.dispose();
    },
  };
}

function buildInstrument(size: number, character: Character, output: Tone.ToneAudioNode, width: () => number): Instrument {
  const synths: MelodicVoice[] = [];
  const voices: { dispose(): void }[] = [];
  let release = 1;
  const pool = createVoicePool(
    size,
    () => {
      const synth = character.make();
      const voice = pannedVoice(synth, output, character.gain, width);
      synths.push(synth);
      voices.push(voice);
      return voice;
    },
    () => release,
  );
  return {
    size: pool.size,
    play: (...note) => pool.play(...note),
    shape(envelope) {
      const shaped = character.shape(envelope);
      ({ release } = shaped);
      for (const synth of synths) synth.envelope.set(shaped);
    },
    dispose: () => voices.forEach((voice) => voice.dispose()),
  };
}

/** The instrument of melody and chords. */
export function createInstrument(name: InstrumentName, size: number, output: Tone.ToneAudioNode, width: () => number): Instrument {
  return buildInstrument(size, characters[name], output, width);
}

const makeRaw = (waveform: Waveform, partialsGain: number): Character => ({
  make: () =>
    waveform === 'FM'
      ? new Tone.FMSynth({
          harmonicity: 2,
          modulationIndex: 3.5,
          modulationEnvelope: { attack: 0.005, decay: 0.3, sustain: 0.2, release: 0.2 },
        })
      : new Tone.Synth({ oscillator: { type: waveform } }),
  // Waves with many partials are louder at the same peak.
  gain: (waveform === 'sawtooth' || waveform === 'square' ? 0.45 : waveform === 'FM' ? 0.6 : 1) * partialsGain,
  shape: (envelope) => envelope,
});

/** The bass: the raw waveform, firm at its beginning. */
export function createBass(waveform: Waveform, output: Tone.ToneAudioNode): Instrument {
  const shape = ({ attack, decay, sustain, release }: Envelope): Envelope => ({
    attack: between(attack * 0.25, 0.006, 0.8),
    decay: between(decay, 0.1, 3),
    sustain: between(sustain, 0.35, 1),
    release: between(release * 0.6, 0.06, 2),
  });
  return buildInstrument(3, { ...makeRaw(waveform, 0.62), shape }, output, () => 0);
}

/** The grains of single particles: short, whatever the envelope says. */
export function createGrains(waveform: Waveform, output: Tone.ToneAudioNode, width: () => number): Instrument {
  const shape = ({ attack, release }: Envelope): Envelope => ({
    attack: between(attack * 0.02, 0.002, 0.03),
    decay: 0.09,
    sustain: 0.12,
    release: between(release * 0.5, 0.12, 1.2),
  });
  return buildInstrument(5, { ...makeRaw(waveform, 0.3), shape }, output, width);
}
