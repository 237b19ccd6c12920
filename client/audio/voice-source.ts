import * as Tone from 'tone';
import { perContext } from './per-context.ts';
import type { Timbre } from './timbres.ts';
import { isReady } from './worklets/load.ts';
import { stringWorklet } from './worklets/string-protocol.ts';

/** The sound source of a voice, before its filter and its gain. It runs permanently; a note only changes its parameters. */
export interface VoiceSource {
  /** Starts a note at a time of the audio clock. `force`: 0..1. */
  begin(frequencyHz: number, force: number, at: number): void;
  /** Tells when the note is silent; only a source that exists for a note needs it. */
  end?(at: number): void;
  /** Transposes, the sounding note too. */
  transpose(cents: number): void;
  dispose(): void;
}

export const maxHz = 18_000;
/** Time constant of a transposition. */
export const glideSeconds = 0.03;

const waveOf = perContext((context, partials: readonly number[]) =>
  context.createPeriodicWave(new Float32Array(partials.length + 1), Float32Array.from([0, ...partials]), { disableNormalization: true }),
);

export function setFrom(param: AudioParam, value: number, at: number): void {
  param.cancelScheduledValues(at);
  param.setValueAtTime(value, at);
}

/** Depth of the modulation of a note over that of a usual one: a hard note has three times the harmonics of a soft one. */
const hardness = (force: number) => 1.2 * force ** 2;

/** Moves a parameter from one value to another with a time constant. */
export function glide(param: AudioParam, from: number, to: number, at: number, seconds: number): void {
  setFrom(param, from, at);
  param.setTargetAtTime(to, at, seconds);
}

/** Creates the oscillators, and the modulator of the first. */
function createTones({ tones, modulation }: Timbre, output: AudioNode, vibrato: AudioNode | undefined): VoiceSource {
  const context = Tone.getContext();
  const oscillators = tones.map(({ partials, cents }) => {
    const oscillator = context.createOscillator();
    oscillator.setPeriodicWave(waveOf(partials));
    oscillator.detune.value = cents;
    oscillator.connect(output);
    vibrato?.connect(oscillator.detune);
    oscillator.start();
    return oscillator;
  });
  const modulator = modulation ? context.createOscillator() : null;
  const depth = modulation ? context.createGain() : null;
  if (modulator && depth) {
    depth.gain.value = 0;
    modulator.connect(depth);
    depth.connect(oscillators[0].frequency);
    modulator.start();
  }
  return {
    begin(frequencyHz, force, at) {
      tones.forEach(({ ratio }, index) => setFrom(oscillators[index].frequency, Math.min(maxHz, frequencyHz * ratio), at));
      if (!modulation || !modulator || !depth) return;
      const hz = frequencyHz * modulation.ratio;
      setFrom(modulator.frequency, Math.min(maxHz, hz), at);
      glide(depth.gain, modulation.index * hardness(force) * hz, modulation.rest * hz, at, modulation.seconds);
    },
    transpose(cents) {
      const now = context.currentTime;
      oscillators.forEach(({ detune }, index) => detune.setTargetAtTime(tones[index].cents + cents, now, glideSeconds));
      modulator?.detune.setTargetAtTime(cents, now, glideSeconds);
    },
    dispose() {
      for (const oscillator of oscillators) oscillator.stop();
      modulator?.stop();
      for (const node of [...oscillators, modulator, depth]) node?.disconnect();
    },
  };
}

/** Creates a string in a worklet. A change of a parameter plucks it, so that the time is exact, offline too. */
function createString(output: AudioNode, level: number): VoiceSource {
  const context = Tone.getContext();
  const node = context.createAudioWorkletNode(stringWorklet, { numberOfInputs: 0, outputChannelCount: [1] });
  const gain = context.createGain();
  gain.gain.value = level;
  node.connect(gain);
  gain.connect(output);
  const [pluck, frequency, detune] = ['pluck', 'frequency', 'detune'].map((name) => node.parameters.get(name)!);
  let sign = 1;
  return {
    begin(frequencyHz, force, at) {
      // The sign alternates, so that the same force again is a change.
      sign = -sign;
      setFrom(frequency, frequencyHz, at);
      setFrom(pluck, sign * Math.max(0.01, force), at);
    },
    transpose: (cents) => detune.setTargetAtTime(cents, context.currentTime, glideSeconds),
    dispose() {
      node.port.postMessage('end');
      node.disconnect();
      gain.disconnect();
    },
  };
}

/** True when a timbre plays on the string worklet, which needs no filter to lose its high partials. */
export const isString = ({ stringLevel }: Timbre): boolean => stringLevel !== undefined && isReady();

/** Builds the source of a timbre in Tone's current context. */
export function createSource(timbre: Timbre, output: AudioNode, vibrato: AudioNode | undefined): VoiceSource {
  if (isString(timbre)) return createString(output, timbre.stringLevel ?? 1);
  return createTones(timbre, output, vibrato);
}
