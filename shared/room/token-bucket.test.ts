import { expect, it } from 'vitest';
import { editPace, messageBudget } from './rates.ts';
import { createTokenBucket } from './token-bucket.ts';

/** Seconds until a client that sends `perSecond` messages a second is out of budget; null if never. */
function secondsUntilSpent(perSecond: number, cost = 1): number | null {
  let nowMs = 0;
  const budget = createTokenBucket(messageBudget, () => nowMs);
  for (let sent = 0; sent < perSecond * 60; sent += 1) {
    nowMs = (sent * 1000) / perSecond;
    if (!budget.spend(cost)) return nowMs / 1000;
  }
  return null;
}

it('stops a flood within a second, and never a client that sends as a page does', () => {
  expect(secondsUntilSpent(1000)).toBeLessThan(1);
  expect(secondsUntilSpent(editPace.perSecond + 31)).toBeNull();
});

it('accepts at once the messages that a stalled connection has held up', () => {
  let nowMs = 0;
  const budget = createTokenBucket(messageBudget, () => nowMs);
  nowMs = 3000;
  const heldUp = editPace.burst + 3 * (editPace.perSecond + 31);
  expect(heldUp).toBeLessThan(messageBudget.burst);
  for (let sent = 0; sent < heldUp; sent += 1) expect(budget.spend(1)).toBe(true);
});
