import { expect, it } from 'vitest';
import { firstTrouble, noTroubles, pageParts, type Trouble, waysOn, withTrouble } from './trouble.ts';

it('tells of what everything else waits for', () => {
  expect(firstTrouble(noTroubles)).toBeNull();
  const both = withTrouble(withTrouble(noTroubles, 'picture', 'slow'), 'room', 'failed');
  expect(firstTrouble(both)).toEqual({ part: 'room', trouble: 'failed' });
  expect(firstTrouble(withTrouble(both, 'room', null))).toEqual({ part: 'picture', trouble: 'slow' });
});

it('stays the same where nothing changes', () => {
  const some = withTrouble(noTroubles, 'room', 'slow');
  expect(withTrouble(some, 'room', 'slow')).toBe(some);
  expect(withTrouble(some, 'picture', null)).toBe(some);
});

it('has a way on, and one back, from every trouble', () => {
  for (const part of pageParts) {
    for (const trouble of ['slow', 'failed', 'outdated'] satisfies Trouble[]) {
      const ways = waysOn(part, trouble);
      expect(ways.at(-1)).toBe('gallery');
      expect(ways.length).toBeGreaterThan(1);
    }
  }
});
