import { expect, it } from 'vitest';
import { createReadmission } from './readmission.ts';

it('gets a new session once, then spectates, then gives up', () => {
  const readmission = createReadmission('edit');
  expect([readmission.next(), readmission.isWatchingOnly]).toEqual(['identify', false]);
  expect([readmission.next(), readmission.isWatchingOnly]).toEqual(['watch', true]);
  expect(readmission.next()).toBe('give-up');
});

it('gets a new session for each session that ends, if it is admitted in between', () => {
  const readmission = createReadmission('edit');
  for (let ended = 0; ended < 3; ended += 1) {
    expect(readmission.next()).toBe('identify');
    readmission.admitted();
  }
  expect(readmission.isWatchingOnly).toBe(false);
});

it('lets a spectator retry once, without a session', () => {
  for (const readmission of [createReadmission('spectate'), createReadmission('edit')]) {
    while (readmission.next() === 'identify');
    readmission.admitted();
    expect([readmission.next(), readmission.next()]).toEqual(['rejoin', 'give-up']);
  }
});
