import { afterEach, expect, it } from 'vitest';
import { decimals } from './decimals.ts';
import { speak } from './languages.ts';
import { sayOfRegistry, sensesInRegistry } from './of-registry.ts';
import { saySense } from './words.ts';

afterEach(() => speak('en', () => true));

it('translates a word of the registry in the sense that it has there, and leaves English as it is', async () => {
  for (const [word, sense] of Object.entries(sensesInRegistry)) expect([saySense(sense), sayOfRegistry(word)]).toEqual([word, word]);
  await speak('de', () => true);
  expect(['Share', 'Gravity', 'deg', '12-TET', 'constructor'].map(sayOfRegistry)).toEqual([
    'Anteil',
    'Schwerkraft',
    '°',
    '12-TET',
    'constructor',
  ]);
});

it('writes decimals in the current language', async () => {
  expect([-16.04, 8, 0.5].map((value) => decimals(value, 1))).toEqual(['-16.0', '8.0', '0.5']);
  await speak('de', () => true);
  expect([-16.04, 8].map((value) => decimals(value, 1))).toEqual(['-16,0', '8,0']);
});
