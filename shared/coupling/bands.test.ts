import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenNumber } from '../../tests/support/arbitraries.ts';
import { addTone, type Bands, followBand, growthOf, heardOf, quickeningOf } from './index.ts';

const split = (hz: number, amplitude = 1): Bands => {
  const bands = { bass: 0, middle: 0, high: 0 };
  addTone(bands, hz, amplitude);
  return bands;
};
const audible = evenNumber(16, 16_000);

describe('the bands', () => {
  it('assign a bass, a middle and a high tone to one of them each, and a tone at a crossover to two', () => {
    expect(split(65).bass).toBeGreaterThan(0.95);
    expect(split(440).middle).toBeGreaterThan(0.95);
    expect(split(4000).high).toBeGreaterThan(0.95);
    expect(split(160).bass).toBeCloseTo(0.5, 3);
    expect(split(1200).high).toBeCloseTo(0.5, 3);
  });

  it('keep the amplitude of any tone', () => {
    fc.assert(
      fc.property(audible, evenNumber(0, 4), (hz, amplitude) => {
        const { bass, middle, high } = split(hz, amplitude);
        expect(Math.min(bass, middle, high)).toBeGreaterThanOrEqual(0);
        expect(bass + middle + high).toBeCloseTo(amplitude, 9);
      }),
    );
  });

  it('change without a jump during a glide', () => {
    fc.assert(
      fc.property(audible, (hz) => {
        // A tenth of a semitone.
        const after = split(hz * 2 ** (1 / 120));
        const before = split(hz);
        for (const name of ['bass', 'middle', 'high'] as const) expect(Math.abs(after[name] - before[name])).toBeLessThan(0.006);
      }),
    );
  });

  it('give a level from 0 to 1 that rises with the amplitude', () => {
    for (const band of ['bass', 'middle', 'high'] as const) {
      expect(heardOf(band, 0)).toBe(0);
      expect(heardOf(band, 0.3)).toBeGreaterThan(heardOf(band, 0.1));
      expect(heardOf(band, 1000)).toBeLessThanOrEqual(1);
      expect(heardOf(band, 1000)).toBeGreaterThan(0.99);
    }
  });

  it('rise within 0.1 s, fall within 0.5 s, and never overshoot', () => {
    const after = (from: number, to: number, seconds: number) => {
      let now = from;
      for (let step = 0; step < seconds * 60; step++) now = followBand(now, to, 1 / 60);
      return now;
    };
    expect(after(0, 1, 0.1)).toBeGreaterThan(0.9);
    expect(after(1, 0, 0.1)).toBeGreaterThan(0.5);
    expect(after(1, 0, 0.5)).toBeLessThan(0.05);
    expect(followBand(0, 1, 1000)).toBeLessThanOrEqual(1);
    expect(followBand(1, 0, 1000)).toBeGreaterThanOrEqual(0);
  });
});

describe('a listening well', () => {
  const heard = { bass: 1, middle: 1, kineticEnergy: 0 };
  it('grows to at most 1.8 times its reach and twice its strength, and not at all without listening or sound', () => {
    expect([growthOf(1, heard, 1), quickeningOf(1, heard, 1)]).toEqual([1.8, 2]);
    expect([growthOf(0, heard, 1), quickeningOf(0, heard, 1)]).toEqual([1, 1]);
    const silence = { bass: 0, middle: 0, kineticEnergy: 0 };
    expect([growthOf(1, silence, 1), quickeningOf(1, silence, 1)]).toEqual([1, 1]);
    expect(growthOf(0.5, heard, 1)).toBeCloseTo(1.4, 9);
    expect(growthOf(1, { ...heard, bass: 0 }, 1)).toBe(1);
    expect(quickeningOf(1, { ...heard, middle: 0 }, 1)).toBe(1);
  });

  it('hears less when particles are faster than 15 m/s, at any mass, and nothing from 30 m/s on', () => {
    for (const inertia of [0.01, 1, 50]) {
      const at = (speed: number) => growthOf(1, { ...heard, kineticEnergy: (inertia * speed * speed) / 2 }, inertia);
      expect(at(15)).toBeCloseTo(1.8, 9);
      expect(at(22)).toBeLessThan(1.6);
      expect(at(22)).toBeGreaterThan(1.2);
      expect([at(30), at(300)]).toEqual([1, 1]);
    }
  });
});
