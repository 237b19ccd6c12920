import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOctaveFrom } from '../../shared/music/octaves.ts';
import { ceilingCurve, cutoffHz, echoSeconds, gainOf, volumeGain, transposeCents, resonanceQ, swayHz } from './sound-settings.ts';

it('rounds a synchronised filter LFO to beats, and does not change a free one', () => {
  expect(swayHz({ lfoRate: 1.1, lfoSync: false }, 120)).toBe(1.1);
  expect(swayHz({ lfoRate: 1.1, lfoSync: true }, 120)).toBeCloseTo(1, 9);
  expect(swayHz({ lfoRate: 1.1, lfoSync: true }, 90)).toBeCloseTo(1, 9);
  expect(swayHz({ lfoRate: 5, lfoSync: true }, 100)).toBeCloseTo(100 / 60 / 0.375, 9);
  expect(swayHz({ lfoRate: 0.05, lfoSync: true }, 240)).toBeCloseTo(240 / 60 / 16, 9);
});

it('rounds a synchronised echo to a part of the beat, and does not change a free one', () => {
  expect(echoSeconds({ delayTime: 0.3, delaySync: false }, 120)).toBe(0.3);
  expect(echoSeconds({ delayTime: 0.3, delaySync: true }, 120)).toBeCloseTo(0.3333, 3);
  expect(echoSeconds({ delayTime: 0.52, delaySync: true }, 120)).toBeCloseTo(0.5, 6);
});

it('keeps every setting finite and inside the range of the nodes', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 2, noNaN: true }),
      fc.double({ min: 40, max: 240, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (time, tempo, filter) => {
        const echo = echoSeconds({ delayTime: time, delaySync: true }, tempo);
        expect(echo).toBeGreaterThan(0);
        expect(echo).toBeLessThanOrEqual(2);
        const cutoff = cutoffHz({ filterCutoff: 20_000 }, { filter });
        expect(cutoff).toBeLessThanOrEqual(20_000);
        expect(cutoff).toBeGreaterThanOrEqual(20);
      },
    ),
  );
});

it('gives gain 0 at the lowest level, gain 1 at the default volume, and the transposition in cents', () => {
  expect(gainOf(-60)).toBe(0);
  expect(gainOf(0)).toBe(1);
  expect(volumeGain({ volume: -60 })).toBe(0);
  expect(volumeGain({ volume: -9 })).toBe(1);
  expect(transposeCents({ pitch: 12 }, { pitch: -2 })).toBe(1000);
  expect(resonanceQ({ filterResonance: 0 })).toBeLessThan(0.71);
});

it('does not change quiet sound, and lets nothing above −1 dBFS pass', () => {
  const curve = ceilingCurve(2001);
  expect(curve[1000]).toBe(0);
  expect(curve[1500]).toBeCloseTo(0.5, 6);
  expect(Math.max(...curve)).toBeLessThan(10 ** (-1 / 20));
  for (let index = 1; index < curve.length; index++) expect(curve[index]).toBeGreaterThan(curve[index - 1]);
});

it('tunes a drum to its note in the octave of the drum', () => {
  expect(inOctaveFrom(38, 440)).toBe(55);
  expect(inOctaveFrom(165, 110)).toBe(220);
});
