import * as Tone from 'tone';
import { inOctaveFrom } from '../../../shared/music/octaves.ts';
import type { Drum } from '../../../shared/simulation/note.ts';
import { createNoise } from '../noise.ts';
import { type Drums, drumPan } from './drums.ts';

/** The pitch fall of a drum skin: ratio of the first pitch to the last, and the time constants in seconds. */
interface Skin {
  drop: number;
  dropSeconds: number;
  ringSeconds: number;
  gain: number;
}

const skins = {
  kick: { drop: 3.2, dropSeconds: 0.022, ringSeconds: 0.11, gain: 0.95 },
  tom: { drop: 1.7, dropSeconds: 0.04, ringSeconds: 0.13, gain: 0.42 },
  snare: { drop: 1.5, dropSeconds: 0.015, ringSeconds: 0.04, gain: 0.22 },
} as const satisfies Partial<Record<Drum, Skin>>;

const strikeSeconds = 0.0015;
/** Lowest tuning of a drum; it is tuned within the octave above. */
const floorHz: Readonly<Record<keyof typeof skins, number>> = { kick: 38, tom: 82, snare: 165 };

/** Strikes a gain: up at once, then down with a time constant. */
function strike(gain: AudioParam, level: number, at: number, seconds: number): void {
  gain.cancelScheduledValues(at);
  gain.setTargetAtTime(level, at, strikeSeconds / 3);
  gain.setTargetAtTime(0, at + strikeSeconds, seconds);
}

function createSkin({ drop, dropSeconds, ringSeconds, gain }: Skin, output: Tone.ToneAudioNode, pan: number) {
  const context = Tone.getContext();
  const oscillator = context.createOscillator();
  const level = context.createGain();
  const panner = context.createStereoPanner();
  level.gain.value = 0;
  panner.pan.value = pan;
  oscillator.connect(level);
  level.connect(panner);
  Tone.connect(panner, output);
  oscillator.start();
  return {
    beat(hz: number, velocity: number, at: number) {
      oscillator.frequency.cancelScheduledValues(at);
      oscillator.frequency.setValueAtTime(hz * drop, at);
      oscillator.frequency.setTargetAtTime(hz, at, dropSeconds);
      strike(level.gain, gain * velocity, at, ringSeconds);
    },
    dispose() {
      oscillator.stop();
      for (const node of [oscillator, level, panner]) node.disconnect();
    },
  };
}

function createRattle(
  source: AudioNode,
  output: Tone.ToneAudioNode,
  settings: { type: BiquadFilterType; hz: number; q: number; pan: number },
) {
  const context = Tone.getContext();
  const filter = context.createBiquadFilter();
  const level = context.createGain();
  const panner = context.createStereoPanner();
  filter.type = settings.type;
  filter.frequency.value = settings.hz;
  filter.Q.value = settings.q;
  level.gain.value = 0;
  panner.pan.value = settings.pan;
  source.connect(filter);
  filter.connect(level);
  level.connect(panner);
  Tone.connect(panner, output);
  return {
    gain: level.gain,
    dispose() {
      for (const node of [filter, level, panner]) node.disconnect();
    },
  };
}

/** Creates a small synthetic kit: kick, tom and the body of the snare fall to their tuned note; the wires of the snare and the hat are noise. */
export function createSynthDrums(output: Tone.ToneAudioNode): Drums {
  const noise = createNoise('white');
  const kick = createSkin(skins.kick, output, drumPan.kick);
  const tom = createSkin(skins.tom, output, drumPan.tom);
  const snare = createSkin(skins.snare, output, drumPan.snare);
  const wires = createRattle(noise, output, { type: 'bandpass', hz: 3600, q: 0.4, pan: drumPan.snare });
  const hat = createRattle(noise, output, { type: 'highpass', hz: 7000, q: 0.4, pan: drumPan.hat });
  return {
    play(drum: Drum, frequencyHz, velocity, at) {
      switch (drum) {
        case 'kick':
          kick.beat(inOctaveFrom(floorHz.kick, frequencyHz), velocity, at);
          break;
        case 'tom':
          tom.beat(inOctaveFrom(floorHz.tom, frequencyHz), velocity, at);
          break;
        case 'snare':
          snare.beat(inOctaveFrom(floorHz.snare, frequencyHz), velocity, at);
          strike(wires.gain, 1.05 * velocity, at, 0.07);
          break;
        case 'hat':
          strike(hat.gain, 0.5 * velocity, at, 0.018 + 0.02 * velocity);
          break;
      }
    },
    dispose() {
      noise.stop();
      for (const piece of [kick, tom, snare, wires, hat]) piece.dispose();
    },
  };
}
