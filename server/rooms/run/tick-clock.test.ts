import { expect, it } from 'vitest';
import { createTickClock } from './tick-clock.ts';

it('counts sixty ticks a second while it runs, without drift, and none while it does not', () => {
  let nowMs = 5000;
  const clock = createTickClock(() => nowMs);
  nowMs += 900;
  expect(clock.tick()).toBe(0);
  clock.setRunning(true);
  for (let index = 0; index < 3600; index += 1) {
    nowMs += 1000 / 60;
    clock.tick();
  }
  nowMs += 0.01;
  expect(clock.tick()).toBe(3600);
  clock.setRunning(false);
  nowMs += 700;
  expect(clock.tick()).toBe(3600);
});

it('does not make up for the time that a machine slept', () => {
  let nowMs = 0;
  const clock = createTickClock(() => nowMs);
  clock.setRunning(true);
  nowMs += 3_600_000;
  expect(clock.tick()).toBe(60);
});
