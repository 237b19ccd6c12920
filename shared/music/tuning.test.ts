import fc from 'fast-check';
import { expect, it } from 'vitest';
import { musicParameters } from '../parameters/music.ts';
import { scales, type NamedScale } from './scales.ts';
import { frequencyOf } from './tuning.ts';

const inC = (midi: number, tuning: Parameters<typeof frequencyOf>[3], scale: NamedScale = 'major') =>
  frequencyOf(midi, 0, scales[scale], tuning);

it('keeps A4 at 440 Hz in every tuning and key', () => {
  for (const tuning of musicParameters.tuning.choices) {
    for (let tonic = 0; tonic < 12; tonic++) expect(frequencyOf(69, tonic, scales.chromatic, tuning)).toBeCloseTo(440, 9);
  }
});

it('gives the known frequencies of C4', () => {
  expect(inC(60, '12-TET')).toBeCloseTo(261.6256, 4);
  // 440 · 3/5, 440 · 16/27, and 14 of 19, 23 of 31 steps below.
  expect(inC(60, 'just')).toBeCloseTo(264, 9);
  expect(inC(60, 'Pythagorean')).toBeCloseTo(260.7407, 4);
  expect(inC(60, '19-TET')).toBeCloseTo(440 * 2 ** (-14 / 19), 6);
  expect(inC(60, '31-TET')).toBeCloseTo(440 * 2 ** (-23 / 31), 6);
});

it('has the known thirds and fifths of each tuning', () => {
  const cents = (midi: number, tuning: Parameters<typeof frequencyOf>[3]) => 1200 * Math.log2(inC(midi, tuning) / inC(60, tuning));
  expect(cents(64, 'just')).toBeCloseTo(386.31, 2);
  expect(cents(67, 'just')).toBeCloseTo(701.96, 2);
  expect(cents(64, 'Pythagorean')).toBeCloseTo(407.82, 2);
  expect(cents(64, '31-TET')).toBeCloseTo(387.1, 2);
  expect(cents(63, '19-TET')).toBeCloseTo(315.79, 2);
});

it('distinguishes the sharp fourth of lydian from the flat fifth of locrian', () => {
  expect(inC(66, '19-TET', 'lydian')).toBeLessThan(inC(66, '19-TET', 'locrian'));
  expect(inC(66, '12-TET', 'lydian')).toBe(inC(66, '12-TET', 'locrian'));
});

it('rises with every note, and doubles with every octave', () => {
  const any = fc.record({
    midi: fc.integer({ min: 20, max: 108 }),
    tonic: fc.integer({ min: 0, max: 11 }),
    tuning: fc.constantFrom(...musicParameters.tuning.choices),
  });
  fc.assert(
    fc.property(any, ({ midi, tonic, tuning }) => {
      const at = (note: number) => frequencyOf(note, tonic, scales.chromatic, tuning);
      expect(at(midi + 1)).toBeGreaterThan(at(midi));
      expect(at(midi + 12) / at(midi)).toBeCloseTo(2, 9);
    }),
  );
});
