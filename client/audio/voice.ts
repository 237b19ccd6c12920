import * as Tone from 'tone';
import { type Envelope, fadeOut, levelAt, scheduleNote, type ShapedNote } from './envelope.ts';
import { perContext } from './per-context.ts';
import type { Timbre } from './timbres.ts';
import type { PooledVoice } from './voice-pool.ts';

/** A voice that sounds one note at a time. Its nodes are made once and run for good; a note only moves their parameters. */
export interface Voice extends PooledVoice {
  /** The envelope of the notes to come. */
  envelope: Envelope;
  /** Transposes, the sounding note too. */
  transpose(cents: number): void;
  dispose(): void;
}

/** A note that takes over a sounding voice lets the old one fade for this long before. */
const fadeSeconds = 0.008;
const highestHz = 18_000;
/** How quickly a transposition is followed. */
const glideSeconds = 0.03;

export interface VoiceSurroundings {
  output: Tone.ToneAudioNode;
  /** Makes the pitch waver: cents, added to each tone. */
  vibrato?: AudioNode;
  /** 0..1, how far pan goes. */
  width: () => number;
}

const waveOf = perContext((context, partials: readonly number[]) =>
  context.createPeriodicWave(new Float32Array(partials.length + 1), Float32Array.from([0, ...partials]), { disableNormalization: true }),
);

/** Builds a voice of a timbre in Tone's current context: oscillators, their modulation, low-pass, gain and place. */
export function createVoice(timbre: Timbre, { output, vibrato, width }: VoiceSurroundings): Voice {
  const context = Tone.getContext();
  const amplifier = context.createGain();
  const panner = context.createStereoPanner();
  amplifier.gain.value = 0;
  const lowpass = timbre.brightness ? context.createBiquadFilter() : null;
  if (lowpass) {
    lowpass.type = 'lowpass';
    lowpass.Q.value = 0.4;
    lowpass.connect(amplifier);
  }
  amplifier.connect(panner);
  Tone.connect(panner, output);

  const oscillators = timbre.tones.map(({ partials, cents }) => {
    const oscillator = context.createOscillator();
    oscillator.setPeriodicWave(waveOf(partials));
    oscillator.detune.value = cents;
    oscillator.connect(lowpass ?? amplifier);
    vibrato?.connect(oscillator.detune);
    oscillator.start();
    return oscillator;
  });
  const { modulation, brightness } = timbre;
  const modulator = modulation ? context.createOscillator() : null;
  const depth = modulation ? context.createGain() : null;
  if (modulator && depth) {
    depth.gain.value = 0;
    modulator.connect(depth);
    depth.connect(oscillators[0].frequency);
    modulator.start();
  }

  let note: ShapedNote = { onset: 0, letGo: 0, peak: 0, attack: 0, decay: 0, sustain: 0, release: 0 };
  let cents = 0;
  const tune = (param: AudioParam, hz: number, at: number) => {
    param.cancelScheduledValues(at);
    param.setValueAtTime(Math.min(highestHz, hz), at);
  };
  const glide = (param: AudioParam, from: number, to: number, at: number, seconds: number) => {
    param.cancelScheduledValues(at);
    param.setValueAtTime(from, at);
    param.setTargetAtTime(to, at, seconds);
  };

  return {
    envelope: { attack: 0.01, decay: 0.2, sustain: 0.5, release: 0.3 },
    play(frequencyHz, velocity, whenSeconds, durationSeconds, pan) {
      const fadeFrom = Math.max(whenSeconds - fadeSeconds, note.onset + fadeSeconds, context.currentTime);
      const onset = Math.max(whenSeconds, fadeFrom + fadeSeconds);
      fadeOut(amplifier.gain, note, fadeFrom, onset);
      note = { ...this.envelope, onset, letGo: onset + Math.max(0.01, durationSeconds), peak: velocity * timbre.gain };
      scheduleNote(amplifier.gain, note);
      panner.pan.setValueAtTime(Math.max(-1, Math.min(1, pan * width())), onset);
      timbre.tones.forEach(({ ratio }, index) => tune(oscillators[index].frequency, frequencyHz * ratio, onset));
      // What is struck harder is brighter.
      const force = 0.45 + 0.55 * velocity;
      if (modulation && modulator && depth) {
        const hz = frequencyHz * modulation.ratio;
        tune(modulator.frequency, hz, onset);
        glide(depth.gain, modulation.index * force * hz, modulation.rest * hz, onset, modulation.seconds);
      }
      if (brightness && lowpass) {
        const open = (multiple: number) => Math.min(highestHz, Math.max(60, frequencyHz * multiple * force));
        glide(lowpass.frequency, open(brightness.from), open(brightness.to), onset, brightness.seconds);
      }
    },
    levelAt: (seconds) => levelAt(note, seconds),
    transpose(next) {
      if (next === cents) return;
      cents = next;
      oscillators.forEach(({ detune }, index) =>
        detune.setTargetAtTime(timbre.tones[index].cents + cents, context.currentTime, glideSeconds),
      );
      modulator?.detune.setTargetAtTime(cents, context.currentTime, glideSeconds);
    },
    dispose() {
      for (const oscillator of oscillators) oscillator.stop();
      modulator?.stop();
      for (const node of [...oscillators, modulator, depth, lowpass, amplifier, panner]) node?.disconnect();
    },
  };
}
