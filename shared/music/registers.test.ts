import { expect, it } from 'vitest';
import { registerOf, type PitchedPart } from './registers.ts';

const register = (voice: PitchedPart, octave: number, melodyRange: number) => {
  const out = { low: 0, high: 0 };
  registerOf(voice, octave, melodyRange, out);
  return out;
};

it('gives the melody one octave at range 0 and four at range 1', () => {
  expect(register('lead', 0, 0)).toEqual({ low: 66, high: 78 });
  const wide = register('lead', 0, 1);
  expect(wide.high - wide.low).toBe(48);
});

it('keeps the parts apart in every octave', () => {
  for (let octave = -2; octave <= 2; octave++) {
    const lows = (['bass', 'chords', 'lead', 'texture'] as const).map((part) => register(part, octave, 0.5).low);
    expect(lows).toEqual([...lows].sort((a, b) => a - b));
    expect(lows[1] - lows[0]).toBeGreaterThanOrEqual(12);
  }
});

it('spans at least an octave, and stays in the audible range', () => {
  for (const voice of ['bass', 'chords', 'lead', 'texture', 'kick', 'tom', 'snare', 'hat'] as const) {
    for (let octave = -2; octave <= 2; octave++) {
      for (const range of [0, 0.5, 1]) {
        const { low, high } = register(voice, octave, range);
        expect(high - low).toBeGreaterThanOrEqual(11);
        expect(low).toBeGreaterThanOrEqual(24);
        expect(high).toBeLessThanOrEqual(110);
      }
    }
  }
});
