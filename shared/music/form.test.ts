import { expect, it } from 'vitest';
import { barsPerPhrase, barsPerSection, leadRests, type FormPlace, placeOfBar } from './form.ts';

const placeAt = (bar: number, seed: number): FormPlace => {
  const place = { letter: 0, barInPhrase: 0, phrase: 0, material: 0 };
  placeOfBar(bar, seed, place);
  return place;
};

it('brings the theme back, with other phrases between', () => {
  for (let seed = 0; seed < 50; seed++) {
    const phrases = [0, 1, 2, 3].map((phrase) => placeAt(phrase * barsPerPhrase, seed));
    const theme = phrases.filter(({ letter }) => letter === 0);
    expect(theme.length).toBeGreaterThanOrEqual(2);
    expect(theme.length).toBeLessThan(4);
    expect(new Set(theme.map(({ material }) => material)).size).toBe(1);
    expect(placeAt(barsPerSection, seed).material).toBe(theme[0].material);
    expect(placeAt(4 * barsPerSection, seed).material).not.toBe(theme[0].material);
  }
});

it('lets the melody rest in the first bar and sometimes later, but not for most of the time', () => {
  for (let seed = 0; seed < 50; seed++) {
    const bars = Array.from({ length: 64 }, (_, bar) => leadRests(placeAt(bar, seed), seed));
    expect(bars[0]).toBe(true);
    expect(bars.filter(Boolean).length).toBeLessThan(20);
  }
});
