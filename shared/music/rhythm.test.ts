import fc from 'fast-check';
import { expect, it } from 'vitest';
import { musicParameters } from '../parameters/music.ts';
import { stepsPerBar, weightOf } from './meter.ts';
import { type BarRhythm, finestGrid, hasOnset, isEuclideanOnset, stepsToNextOnset, wholeCount } from './rhythm.ts';

const onsetsOf = (rhythm: BarRhythm) =>
  Array.from({ length: stepsPerBar(rhythm.meter) }, (_, step) => step).filter((step) => hasOnset(rhythm, step));

const anyRhythm = fc.record({
  meter: fc.constantFrom(...musicParameters.meter.choices),
  grid: fc.constantFrom(1, 2, 4),
  syncopation: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  count: fc.integer({ min: 0, max: 12 }),
});

it('spreads onsets evenly: the tresillo', () => {
  const pattern = (onsets: number) => Array.from({ length: 8 }, (_, at) => (isEuclideanOnset(onsets, 8, at) ? 'x' : '.')).join('');
  expect(pattern(3)).toBe('x..x..x.');
  expect([...pattern(5)].filter((step) => step === 'x')).toHaveLength(5);
});

it('has as many onsets as asked for, on its grid', () => {
  fc.assert(
    fc.property(anyRhythm, (rhythm) => {
      const onsets = onsetsOf(rhythm);
      expect(onsets).toHaveLength(Math.min(rhythm.count, stepsPerBar(rhythm.meter) / rhythm.grid));
      expect(onsets.every((step) => step % rhythm.grid === 0)).toBe(true);
    }),
  );
});

it('keeps the onsets of the sparser rhythm when it grows denser', () => {
  fc.assert(
    fc.property(anyRhythm, (rhythm) => {
      const denser = new Set(onsetsOf({ ...rhythm, count: rhythm.count + 1 }));
      expect(onsetsOf(rhythm).every((step) => denser.has(step))).toBe(true);
    }),
  );
});

it('stands on the strong beats when nothing is syncopated, and leaves them when much is', () => {
  const plain: BarRhythm = { meter: '4/4', grid: 2, syncopation: 0, seed: 5, count: 4 };
  expect(onsetsOf(plain)).toEqual([0, 8, 16, 24]);
  const weightsOf = (syncopation: number) => {
    let sum = 0;
    for (let seed = 0; seed < 40; seed++) for (const step of onsetsOf({ ...plain, seed, syncopation })) sum += weightOf('4/4', step);
    return sum;
  };
  expect(weightsOf(1)).toBeLessThan(weightsOf(0.4));
});

it('measures the way to the next onset', () => {
  const plain: BarRhythm = { meter: '4/4', grid: 2, syncopation: 0, seed: 5, count: 4 };
  expect(stepsToNextOnset(plain, 8, 32)).toBe(8);
  expect(stepsToNextOnset(plain, 24, 32)).toBe(8);
});

it('never lets notes of a part follow each other faster than ten a second', () => {
  for (let tempo = 40; tempo <= 240; tempo++) expect((finestGrid(tempo) * 7.5) / tempo).toBeGreaterThanOrEqual(0.1);
});

it('rounds a mean to whole counts that keep it', () => {
  let sum = 0;
  for (let seed = 0; seed < 2000; seed++) sum += wholeCount(2.3, seed);
  expect(sum / 2000).toBeCloseTo(2.3, 1);
});
