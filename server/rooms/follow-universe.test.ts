import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followUniverse } from './follow-universe.ts';
import type { RoomServices } from './room-services.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Follows a universe. @returns how often its rights were read again, what tells that events were missed, and what ends it */
function follow(recheckMs: number | null) {
  const recheck = vi.fn();
  const missed = new Set<() => void>();
  const services = {
    onChange: () => () => {},
    onCommentCounts: () => () => {},
    onRevoke: () => () => {},
    onMissed(listener: () => void) {
      missed.add(listener);
      return () => missed.delete(listener);
    },
    recheckMs,
  } as unknown as RoomServices;
  const rights = { recheck, reconsider: vi.fn(), revoke: vi.fn() } as unknown as Parameters<typeof followUniverse>[0]['rights'];
  const ends = followUniverse({ universeId: 'one', rights }, services, () => {});
  return { recheck, tellMissed: () => missed.forEach((tell) => tell()), end: () => ends.forEach((end) => end()) };
}

it('reads the rights of members again regularly, and when events were missed, until the room closes', () => {
  const { recheck, tellMissed, end } = follow(30_000);
  vi.advanceTimersByTime(60_000);
  expect(recheck).toHaveBeenCalledTimes(2);
  tellMissed();
  expect(recheck).toHaveBeenCalledTimes(3);
  end();
  tellMissed();
  vi.advanceTimersByTime(60_000);
  expect(recheck).toHaveBeenCalledTimes(3);
});

it('has no timer in a single process', () => {
  follow(null);
  expect(vi.getTimerCount()).toBe(0);
});
