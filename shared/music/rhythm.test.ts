import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenNumber } from '../../tests/support/arbitraries.ts';
import { musicParameters } from '../parameters/music.ts';
import { stepsPerBar, weightOf } from './meter.ts';
import { fitsMeter, timelineNames, timelinePattern, timelines } from './patterns.ts';
import { type BarRhythm, createRhythm, finestGrid, hasOnset, ownPattern, stepsToNextOnset, wholeCount, writeRhythm } from './rhythm.ts';
import { syncopationBound, syncopationOf } from './syncopation.ts';

type Wanted = Partial<Omit<BarRhythm, 'onsets'>>;

const written = (wanted: Wanted): BarRhythm => {
  const rhythm = Object.assign(createRhythm(), wanted);
  writeRhythm(rhythm);
  return rhythm;
};

const onsetsOf = (wanted: Wanted) => {
  const rhythm = written(wanted);
  return Array.from({ length: stepsPerBar(rhythm.meter) }, (_, step) => step).filter((step) => hasOnset(rhythm, step));
};

const unit = evenNumber(0, 1);
const anyRhythm = fc.record({
  meter: fc.constantFrom(...musicParameters.meter.choices),
  grid: fc.constantFrom(1, 2, 4),
  syncopation: unit,
  complexity: unit,
  pattern: fc.integer({ min: ownPattern, max: timelineNames.length + 10 }),
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  count: fc.integer({ min: 0, max: 12 }),
});

it('has the requested number of onsets, on its grid', () => {
  fc.assert(
    fc.property(anyRhythm, (rhythm) => {
      const onsets = onsetsOf(rhythm);
      expect(onsets).toHaveLength(Math.min(rhythm.count, stepsPerBar(rhythm.meter) / rhythm.grid));
      expect(onsets.every((step) => step % rhythm.grid === 0)).toBe(true);
    }),
  );
});

it('is never more syncopated than its complexity allows, and not at all at complexity 0', () => {
  fc.assert(
    fc.property(anyRhythm, (rhythm) => {
      const { meter, complexity } = rhythm;
      expect(syncopationOf(meter, written(rhythm).onsets)).toBeLessThanOrEqual(syncopationBound(meter, complexity));
      expect(syncopationOf(meter, written({ ...rhythm, complexity: 0 }).onsets)).toBe(0);
    }),
    { numRuns: 500 },
  );
});

it('plays a timeline unchanged at full syncopation when the bar has room for all of it', () => {
  for (const name of timelineNames) {
    for (const meter of musicParameters.meter.choices.filter((choice) => fitsMeter(name, choice))) {
      const pulses = timelines[name].repeat(stepsPerBar(meter) / 2 / timelines[name].length);
      const expected = Array.from(pulses, (pulse, at) => (pulse === 'x' ? 2 * at : -1)).filter((step) => step >= 0);
      const pattern = timelinePattern(name);
      expect(onsetsOf({ meter, grid: 2, syncopation: 1, pattern, seed: 3, count: expected.length }), `${name} in ${meter}`).toEqual(
        expected,
      );
    }
  }
});

it('keeps the onsets of the sparser rhythm when it grows denser, unless the syncopation bound applies', () => {
  fc.assert(
    fc.property(anyRhythm, (rhythm) => {
      const wanted = { ...rhythm, syncopation: rhythm.syncopation * 0.2, complexity: 1 };
      const denser = written({ ...wanted, count: wanted.count + 1 });
      const sparser = onsetsOf(wanted);
      const isBound = [written(wanted), denser].some(
        ({ onsets, meter }) => syncopationOf(meter, onsets) > 0.6 * syncopationBound(meter, 1),
      );
      if (!isBound) expect(sparser.every((step) => hasOnset(denser, step))).toBe(true);
    }),
  );
});

it('is on the strong beats without syncopation, and leaves them with much', () => {
  const plain: Wanted = { meter: '4/4', grid: 2, syncopation: 0, seed: 5, count: 4 };
  expect(onsetsOf(plain)).toEqual([0, 8, 16, 24]);
  const weightsOf = (syncopation: number) => {
    let sum = 0;
    for (let seed = 0; seed < 40; seed++) for (const step of onsetsOf({ ...plain, seed, syncopation })) sum += weightOf('4/4', step);
    return sum;
  };
  expect(weightsOf(1)).toBeLessThan(weightsOf(0.4));
});

it('counts the steps to the next onset', () => {
  const plain = written({ meter: '4/4', grid: 2, syncopation: 0, seed: 5, count: 4 });
  expect(stepsToNextOnset(plain, 8, 32)).toBe(8);
  expect(stepsToNextOnset(plain, 24, 32)).toBe(8);
});

it('keeps at least a tenth of a second between the notes of a part, swung or not', () => {
  for (let tempo = 40; tempo <= 240; tempo++) {
    for (const swing of [0, 0.3, 0.75]) {
      expect(((finestGrid(tempo, swing) * 7.5) / tempo) * (1 - swing / 2)).toBeGreaterThanOrEqual(0.1);
    }
  }
});

it('rounds to whole counts that keep the mean', () => {
  let sum = 0;
  for (let seed = 0; seed < 2000; seed++) sum += wholeCount(2.3, seed);
  expect(sum / 2000).toBeCloseTo(2.3, 1);
});
