import { expect, it } from 'vitest';
import { createBreaker } from './breaker.ts';

it('opens for five seconds after three time-outs in succession, and then tries one call', () => {
  let nowMs = 0;
  const told: string[] = [];
  const breaker = createBreaker({ opened: () => told.push('open'), closed: () => told.push('closed'), nowMs: () => nowMs });
  const timeOut = (times: number) => {
    for (let time = 0; time < times; time += 1) breaker.timedOut();
  };
  timeOut(2);
  breaker.answered();
  timeOut(2);
  expect([breaker.admits(), told]).toEqual([true, []]);
  // Calls that were already on their way time out as well.
  timeOut(5);
  expect([breaker.admits(), told]).toEqual([false, ['open']]);
  nowMs = 4999;
  expect(breaker.admits()).toBe(false);
  nowMs = 5000;
  expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
  timeOut(1);
  nowMs = 9999;
  expect(breaker.admits()).toBe(false);
  nowMs = 10_000;
  expect(breaker.admits()).toBe(true);
  breaker.answered();
  expect([breaker.admits(), breaker.admits(), told]).toEqual([true, true, ['open', 'closed']]);
});
