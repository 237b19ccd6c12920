import { expect, it } from 'vitest';
import { noiseLoop, noiseSamples } from './noise.ts';
import { roomImpulse } from './convolution-reverb.ts';

const sampleRate = 8000;
const shape = { seconds: 2, preDelaySeconds: 0.02, brightHz: 3000, dullHz: 500 };

const powerOf = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0);
/** Power of the change from sample to sample over that of the samples: higher with more high frequencies. */
const brightnessOf = (samples: Float32Array) =>
  powerOf(samples.slice(1).map((sample, index) => sample - samples[index])) / powerOf(samples);

it('starts after its pre-delay, has unit energy, and is 60 dB down at its end', () => {
  const impulse = roomImpulse(shape, sampleRate, 5);
  expect(impulse.slice(0, 160).every((sample) => sample === 0)).toBe(true);
  expect(powerOf(impulse)).toBeCloseTo(1, 4);
  const window = 800;
  const early = powerOf(impulse.slice(400, 400 + window));
  const late = powerOf(impulse.slice(-window));
  expect(10 * Math.log10(early / late)).toBeGreaterThan(45);
});

it('loses high frequencies first', () => {
  const impulse = roomImpulse(shape, sampleRate, 5);
  expect(brightnessOf(impulse.slice(200, 2000))).toBeGreaterThan(2 * brightnessOf(impulse.slice(8000, 12_000)));
});

it('differs between left and right, and is the same every time', () => {
  const [left, right] = [1, 2].map((seed) => roomImpulse(shape, sampleRate, seed));
  const together = left.reduce((sum, sample, index) => sum + sample * right[index], 0);
  expect(Math.abs(together)).toBeLessThan(0.2);
  expect(roomImpulse(shape, sampleRate, 1)).toEqual(left);
});

it('makes noise of equal power that is darker from white to pink to brown, and loops without a seam', () => {
  const [white, pink, brown] = (['white', 'pink', 'brown'] as const).map((colour) => noiseSamples(colour, 20_000, 3));
  for (const samples of [white, pink, brown]) expect(Math.sqrt(powerOf(samples) / samples.length)).toBeCloseTo(0.2, 4);
  expect(brightnessOf(white)).toBeGreaterThan(2 * brightnessOf(pink));
  expect(brightnessOf(pink)).toBeGreaterThan(2 * brightnessOf(brown));
  const loop = noiseLoop('brown', sampleRate, 3);
  const largestStep = Math.max(...loop.slice(1).map((sample, index) => Math.abs(sample - loop[index])));
  expect(Math.abs(loop[0] - loop[loop.length - 1])).toBeLessThanOrEqual(largestStep);
});
