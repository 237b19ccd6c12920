import { expect, it } from 'vitest';
import { firstTrouble, noTroubles, pageParts, type Trouble, waysOn, withTrouble } from './trouble.ts';

it('reports the first part that all later parts wait for', () => {
  expect(firstTrouble(noTroubles)).toBeNull();
  const both = withTrouble(withTrouble(noTroubles, 'picture', 'slow'), 'room', 'failed');
  expect(firstTrouble(both)).toEqual({ part: 'room', trouble: 'failed' });
  expect(firstTrouble(withTrouble(both, 'room', null))).toEqual({ part: 'picture', trouble: 'slow' });
});

it('returns the same object where nothing changes', () => {
  const some = withTrouble(noTroubles, 'room', 'slow');
  expect(withTrouble(some, 'room', 'slow')).toBe(some);
  expect(withTrouble(some, 'picture', null)).toBe(some);
});

it('offers a way to continue, and a way back, for every trouble', () => {
  for (const part of pageParts) {
    for (const trouble of ['slow', 'failed', 'outdated'] satisfies Trouble[]) {
      const ways = waysOn(part, trouble);
      expect(ways.at(-1)).toBe('gallery');
      expect(ways.length).toBeGreaterThan(1);
    }
  }
});
