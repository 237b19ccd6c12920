import { expect, it } from 'vitest';
import { refuseFor } from './refuse.ts';
import { tryAgainIn } from './wait-texts.ts';

it.each([
  [1, 'Try again in a second.'],
  [2, 'Try again in 2 seconds.'],
  [59, 'Try again in 59 seconds.'],
  [60, 'Try again in a minute.'],
  [61, 'Try again in 2 minutes.'],
  [3540, 'Try again in 59 minutes.'],
  [3541, 'Try again in an hour.'],
  [3600, 'Try again in an hour.'],
  [3601, 'Try again in 2 hours.'],
])('says %i seconds in words', (seconds, said) => {
  expect(tryAgainIn(seconds)).toBe(said);
});

it('tells the same time as a number, rounded up, and never none', () => {
  const message = (wait: string) => `Too many requests. Try again in ${wait}.`;
  expect(refuseFor(39_001, 'too-many-requests')).toMatchObject({ message: message('40 seconds'), retryAfterSeconds: 40 });
  expect(refuseFor(0, 'too-many-requests')).toMatchObject({ message: message('a second'), retryAfterSeconds: 1 });
});
