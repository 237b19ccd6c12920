import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HandHold } from './hand-hold.ts';

const host = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('reports a grab once, and a release after a pause', () => {
  const said: boolean[] = [];
  const hand = new HandHold(host, (isHeld) => said.push(isHeld));
  hand.hold();
  vi.advanceTimersByTime(2000);
  hand.hold();
  vi.advanceTimersByTime(2000);
  expect(said).toEqual([true]);
  vi.advanceTimersByTime(1000);
  expect(said).toEqual([true, false]);
});

it('reports a release once, also when the control is removed', () => {
  const said: boolean[] = [];
  const hand = new HandHold(host, (isHeld) => said.push(isHeld));
  hand.release();
  hand.hold();
  hand.release();
  hand.hostDisconnected();
  expect(said).toEqual([true, false]);
});
