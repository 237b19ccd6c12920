import * as Tone from 'tone';
import { type Envelope, tailSeconds } from './envelope.ts';
import type { Timbre } from './timbres.ts';
import { createVoice, type Voice } from './voice.ts';
import { createVoicePool, type VoicePool } from './voice-pool.ts';

/** A pool of voices of one timbre. */
export interface Instrument extends VoicePool {
  /** Applies the envelope of the parameters. */
  shape(envelope: Envelope): void;
  transpose(cents: number): void;
  /** Fades out and disposes of its nodes. */
  retire(): void;
}

const fadeSeconds = 0.25;
const vibratoHz = 5.1;

/** Creates the vibrato that all voices of an instrument share. */
function createVibrato(cents: number) {
  const context = Tone.getContext();
  const oscillator = context.createOscillator();
  const depth = context.createGain();
  oscillator.frequency.value = vibratoHz;
  depth.gain.value = cents;
  oscillator.connect(depth);
  oscillator.start();
  return {
    output: depth,
    dispose() {
      oscillator.stop();
      oscillator.disconnect();
      depth.disconnect();
    },
  };
}

/** Creates the shared body: parallel resonances, and a little low-passed dry sound. */
function createBody(vowel: Timbre['vowel'], output: Tone.ToneAudioNode) {
  if (!vowel) return { input: output, dispose: () => undefined };
  const input = new Tone.Gain(1);
  const warmth = new Tone.BiquadFilter({ type: 'lowpass', frequency: 420, Q: 0.5 });
  const filters = vowel.map(({ hz, q, gain }) => {
    const level = new Tone.Gain(gain).connect(output);
    return [new Tone.BiquadFilter({ type: 'bandpass', frequency: hz, Q: q }).connect(level), level];
  });
  input.chain(warmth, output);
  for (const [filter] of filters) input.connect(filter);
  return { input, dispose: () => [input, warmth, ...filters.flat()].forEach((node) => node.dispose()) };
}

/** Builds `size` voices of a timbre. `width`: 0..1, the stereo width of its notes. */
export function createInstrument(timbre: Timbre, size: number, output: Tone.ToneAudioNode, width: () => number): Instrument {
  const context = Tone.getContext();
  const level = new Tone.Gain(1).connect(output);
  const body = createBody(timbre.vowel, level);
  const vibrato = timbre.vibratoCents === undefined ? null : createVibrato(timbre.vibratoCents);
  const voices: Voice[] = [];
  let tail = 0;
  const pool = createVoicePool(
    size,
    () => {
      const voice = createVoice(timbre, { output: body.input, vibrato: vibrato?.output, width });
      voices.push(voice);
      return voice;
    },
    () => tail,
  );
  return {
    size: pool.size,
    play: pool.play,
    release: pool.release,
    shape(envelope) {
      const shaped = timbre.shape(envelope);
      tail = tailSeconds(shaped);
      for (const voice of voices) voice.envelope = shaped;
    },
    transpose(cents) {
      for (const voice of voices) voice.transpose(cents);
    },
    retire() {
      level.gain.rampTo(0, fadeSeconds);
      context.setTimeout(() => {
        for (const voice of voices) voice.dispose();
        vibrato?.dispose();
        body.dispose();
        level.dispose();
      }, fadeSeconds * 1.5);
    },
  };
}
