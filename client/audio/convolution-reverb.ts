import * as Tone from 'tone';
import { smoothParam } from './smooth-param.ts';
import { noiseSamples } from './noise.ts';

/** The shape of a reverb: decay time at low frequencies, pre-delay, and damping of high frequencies. */
interface RoomShape {
  readonly seconds: number;
  readonly preDelaySeconds: number;
  /** Corner of the low-pass at the beginning and the end of the decay, Hz. */
  readonly brightHz: number;
  readonly dullHz: number;
}

const chamber: RoomShape = { seconds: 0.7, preDelaySeconds: 0.006, brightHz: 7000, dullHz: 2200 };
const hall: RoomShape = { seconds: 3.2, preDelaySeconds: 0.024, brightHz: 6500, dullHz: 900 };

/** Decay of 60 dB over the length of the impulse response, and a build-up, so that it starts softly. */
const sixtyDb = 6.907755278982137;
const buildUpSeconds = 0.012;

/**
 * Returns one channel of an impulse response: decaying noise whose low-pass closes. Its energy is 1.
 * @see Moorer 1979, "About this reverberation business": exponentially decaying noise as a model of late reverberation.
 */
export function roomImpulse(shape: RoomShape, sampleRate: number, seed: number): Float32Array {
  const start = Math.floor(shape.preDelaySeconds * sampleRate);
  const length = Math.floor(shape.seconds * sampleRate);
  const noise = noiseSamples('white', length, seed);
  const samples = new Float32Array(start + length);
  let first = 0;
  let second = 0;
  let energy = 0;
  for (let index = 0; index < length; index++) {
    const progress = index / length;
    const cornerHz = shape.brightHz * (shape.dullHz / shape.brightHz) ** Math.min(1, progress * 2);
    const share = 1 - Math.exp((-2 * Math.PI * cornerHz) / sampleRate);
    first += share * (noise[index] - first);
    second += share * (first - second);
    const swell = 1 - Math.exp(-index / (buildUpSeconds * sampleRate));
    const sample = second * swell * Math.exp(-sixtyDb * progress);
    samples[start + index] = sample;
    energy += sample * sample;
  }
  const gain = 1 / Math.sqrt(energy);
  return samples.map((sample) => sample * gain);
}

function createConvolver(shape: RoomShape, seed: number): ConvolverNode {
  const context = Tone.getContext();
  const channels = [0, 1].map((channel) => roomImpulse(shape, context.sampleRate, seed + channel));
  const buffer = context.createBuffer(2, channels[0].length, context.sampleRate);
  channels.forEach((samples, channel) => buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, channel));
  const convolver = context.createConvolver();
  convolver.normalize = false;
  convolver.buffer = buffer;
  return convolver;
}

export interface ConvolutionReverb {
  readonly input: Tone.Gain;
  /** Sets the amount, 0..1: from a little chamber to a lot of hall. */
  fill(amount: number): void;
}

/** Creates the convolution reverb: a chamber and a hall in parallel; the lows stay out of both, so that the bass stays clear. */
export function createRoom(output: Tone.ToneAudioNode): ConvolutionReverb {
  const input = new Tone.Gain(1);
  const clear = new Tone.BiquadFilter({ type: 'highpass', frequency: 170, Q: 0.5 });
  const chamberLevel = new Tone.Gain(0);
  const hallLevel = new Tone.Gain(0);
  input.connect(clear);
  clear.fan(chamberLevel, hallLevel);
  const rooms = [
    { level: chamberLevel, convolver: createConvolver(chamber, 11) },
    { level: hallLevel, convolver: createConvolver(hall, 23) },
  ];
  for (const { level, convolver } of rooms) {
    Tone.connect(level, convolver);
    Tone.connect(convolver, output);
  }
  const toChamber = smoothParam(chamberLevel.gain);
  const toHall = smoothParam(hallLevel.gain);
  return {
    input,
    fill(amount) {
      toChamber(0.75 * amount * (1.2 - amount));
      toHall(0.85 * amount * Math.sqrt(amount));
    },
  };
}
