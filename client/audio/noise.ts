import * as Tone from 'tone';
import { nextState, uniformOf } from '../../shared/math/generator.ts';
import { perContext } from './per-context.ts';

export type NoiseColour = 'white' | 'pink' | 'brown';

const loopSeconds = 7;
const crossfadeSeconds = 0.4;
const rootMeanSquare = 0.2;

/** Returns noise of a colour, with equal power for all colours. Pink uses Paul Kellet's filter, brown a leaky sum. */
export function noiseSamples(colour: NoiseColour, length: number, seed: number): Float32Array {
  const samples = new Float32Array(length);
  let [slow, middle, fast, sum] = [0, 0, 0, 0];
  let state = seed;
  for (let index = 0; index < length; index++) {
    state = nextState(state);
    const white = uniformOf(state) * 2 - 1;
    slow = 0.99765 * slow + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    fast = 0.57 * fast + white * 1.0526913;
    sum = 0.996 * sum + white * 0.09;
    samples[index] = colour === 'white' ? white : colour === 'pink' ? slow + middle + fast + white * 0.1848 : sum;
  }
  let power = 0;
  for (const sample of samples) power += sample * sample;
  const gain = rootMeanSquare / Math.sqrt(power / length);
  return samples.map((sample) => sample * gain);
}

/** Returns a seamless loop of noise: its end is crossfaded into its beginning at equal power. */
export function noiseLoop(colour: NoiseColour, sampleRate: number, seed: number): Float32Array {
  const length = Math.floor(loopSeconds * sampleRate);
  const overlap = Math.floor(crossfadeSeconds * sampleRate);
  const samples = noiseSamples(colour, length + overlap, seed);
  const loop = samples.slice(0, length);
  for (let index = 0; index < overlap; index++) {
    const share = index / overlap;
    loop[index] = samples[index] * Math.sqrt(share) + samples[length + index] * Math.sqrt(1 - share);
  }
  return loop;
}

const seeds: Readonly<Record<NoiseColour, number>> = { white: 1, pink: 2, brown: 3 };

const loopOf = perContext((context, colour: NoiseColour): AudioBuffer => {
  const loop = noiseLoop(colour, context.sampleRate, seeds[colour]);
  const buffer = context.createBuffer(1, loop.length, context.sampleRate);
  buffer.copyToChannel(loop as Float32Array<ArrayBuffer>, 0);
  return buffer;
});

/** Creates a running source of noise in Tone's current context. Sources that start at different seconds of the loop sound independent. */
export function createNoise(colour: NoiseColour, fromSeconds = 0): AudioBufferSourceNode {
  const context = Tone.getContext();
  const source = context.createBufferSource();
  source.buffer = loopOf(colour);
  source.loop = true;
  source.start(0, fromSeconds % loopSeconds);
  return source;
}
