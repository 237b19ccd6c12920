import { expect, it } from 'vitest';
import { nextState, uniformOf } from '../../shared/math/generator.ts';
import { createLimiter } from './limiter.ts';
import { truePeakOf } from './true-peak.ts';

const sampleRate = 48_000;
const block = 128;

/** Runs two channels through the limiter, block by block; the first samples of the output are its delay. */
function limited(left: Float32Array, right = left.slice()): Float32Array[] {
  const limiter = createLimiter(sampleRate, block);
  for (let at = 0; at + block <= left.length; at += block)
    limiter.process(left.subarray(at, at + block), right.subarray(at, at + block), block);
  const whole = Math.floor(left.length / block) * block;
  return [left.slice(0, whole), right.slice(0, whole)];
}

function noise(length: number, seed: number, level: (index: number) => number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, (_, index) => {
    state = nextState(state);
    return (uniformOf(state) * 2 - 1) * level(index);
  });
}

const sine = (hz: number, seconds: number, amplitude: number) =>
  Float32Array.from({ length: seconds * sampleRate }, (_, index) => amplitude * Math.sin((2 * Math.PI * hz * index) / sampleRate + 0.8));

it('passes quiet sound unchanged, after its delay', () => {
  const { delaySamples } = createLimiter(sampleRate, block);
  const quiet = noise(9600, 1, () => 0.4);
  const [out] = limited(quiet.slice());
  expect(out.slice(delaySamples)).toEqual(quiet.slice(0, out.length - delaySamples));
  expect(Math.max(...out.slice(0, delaySamples))).toBe(0);
});

it.each([
  ['noise that is much too loud', noise(48_000, 2, () => 12)],
  ['bursts out of silence', noise(96_000, 3, (index) => (index % 9000 < 500 ? 8 : 0.01))],
  ['noise that swells and falls', noise(96_000, 4, (index) => 3 * Math.sin(index / 2000) ** 2)],
  ['a tone that peaks between its samples', sine(12_000, 1, 2)],
  ['a tone just over the ceiling', sine(997, 1, 0.95)],
  ['a square wave', sine(110, 1, 4).map(Math.sign)],
  ['single clicks', Float32Array.from({ length: 48_000 }, (_, index) => (index % 4801 === 0 ? 30 : 0))],
])('keeps %s under −1 dBTP', (_, samples) => {
  const out = limited(samples);
  expect(truePeakOf(out)).toBeLessThanOrEqual(-1);
  expect(truePeakOf(out)).toBeGreaterThan(-12);
});

it('reduces both channels by the same gain', () => {
  const [left, right] = limited(
    sine(500, 1, 3),
    sine(500, 1, 3).map((sample) => sample / 10),
  );
  for (let index = 0; index < left.length; index += 7) expect(right[index]).toBeCloseTo(left[index] / 10, 5);
});
