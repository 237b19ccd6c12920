import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStepTurns } from './step-turns.ts';

/** Messages of a thread to itself, which arrive when the test says so. */
class HeldChannel {
  static readonly underway: (() => void)[] = [];
  readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
  readonly port2 = { postMessage: () => HeldChannel.underway.push(() => this.port1.onmessage?.()) };
}
const arrive = () => HeldChannel.underway.splice(0).forEach((deliver) => deliver());

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MessageChannel', HeldChannel);
  HeldChannel.underway.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('takes the next turn as soon as the message is there, and no second one by the timer', () => {
  const turn = vi.fn();
  createStepTurns(turn).next(0);
  expect(turn).not.toHaveBeenCalled();
  arrive();
  expect(turn).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1000);
  expect(turn).toHaveBeenCalledOnce();
});

it('goes on while its messages are stuck in another thread', () => {
  let left = 20;
  const turns = createStepTurns(() => (left -= 1) > 0 && turns.next(0));
  turns.next(0);
  vi.advanceTimersByTime(100);
  expect(left).toBe(0);
  // One message is enough for all turns that it was too late for.
  expect(HeldChannel.underway).toHaveLength(1);
  arrive();
  vi.advanceTimersByTime(100);
  expect(left).toBe(0);
});

it('asks again by message once the late one has come', () => {
  const turn = vi.fn();
  const turns = createStepTurns(turn);
  turns.next(0);
  vi.advanceTimersByTime(10);
  arrive();
  expect(turn).toHaveBeenCalledTimes(1);
  turns.next(0);
  arrive();
  expect(turn).toHaveBeenCalledTimes(2);
});

it('waits as long as the last request says, whatever was asked for before', () => {
  const turn = vi.fn();
  const turns = createStepTurns(turn);
  turns.next(0);
  turns.next(40);
  arrive();
  vi.advanceTimersByTime(39);
  expect(turn).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(turn).toHaveBeenCalledOnce();
});
