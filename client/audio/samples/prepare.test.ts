import { expect, it } from 'vitest';
import { prepareSound } from './prepare.ts';
import type { Zone } from './sample-map.ts';

const rate = 1000;
const zone: Zone = { file: '', root: 60, cents: 0, rate, gainDb: 0 };
const tone = (length: number) => Float32Array.from({ length }, (_, index) => Math.sin(index * 0.3));

it('mixes the end of a held loop into what precedes its start', () => {
  const held = prepareSound([tone(3000)], { ...zone, loop: [1000, 2700] }, 0.2);
  const { samples } = held;
  expect(held.loop).toEqual([1000, 2700]);
  // Right before the end it sounds as right before the start, so that going on at the start is no jump.
  expect(samples[2699]).toBeCloseTo(tone(3000)[999]!, 5);
  expect(samples[2400]).toBeCloseTo(tone(3000)[2400]!, 5);
});

it('repeats the loop of a decaying note until it has fallen by 60 dB, and ends in silence', () => {
  const ringing = prepareSound([new Float32Array(500).fill(1)], { ...zone, loop: [100, 400], decaySeconds: 6 });
  const { samples } = ringing;
  expect(ringing.loop).toBeUndefined();
  expect(samples).toHaveLength(6000);
  expect(20 * Math.log10(samples[3000]!)).toBeCloseTo(-30, 3);
  expect(samples.at(-1)).toBe(0);
});

it('mixes the channels, brings the sound to the level of its zone, and shortens what is long', () => {
  const { samples } = prepareSound([new Float32Array(9000).fill(0.1), new Float32Array(9000).fill(0.2)], { ...zone, gainDb: 6 });
  expect(samples).toHaveLength(7000);
  expect(samples[0]! / 10 ** 0.3).toBeCloseTo(0.15, 5);
});
