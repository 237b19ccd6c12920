import { expect, it } from 'vitest';
import { parameterKeys } from '../parameters/index.ts';
import { freeParameters, freesThings, scopeOf, scopes } from './scope.ts';

const whole = { scopes, amount: 1, locked: [] };

it('frees every parameter but those that are settled', () => {
  const free = new Set(freeParameters(whole));
  expect(parameterKeys.filter((key) => !free.has(key)).toSorted()).toEqual(['couplingMode', 'particleCount', 'pitch', 'tuning', 'volume']);
});

it('frees the parameters and links of its scopes alone', () => {
  const free = freeParameters({ ...whole, scopes: ['look'] });
  expect(free).toContain('palette');
  expect(free).toContain('musicToColour');
  expect(free.every((key) => scopeOf(key) === 'look')).toBe(true);
});

it('frees nothing that is locked', () => {
  const free = freeParameters({ ...whole, locked: ['music', 'coupling', 'things'] });
  expect(free).toContain('gravity');
  expect(free).not.toContain('tempo');
  expect(free).not.toContain('musicToColour');
  expect(freesThings({ ...whole, locked: ['things'] })).toBe(false);
  expect(freesThings(whole)).toBe(true);
});
