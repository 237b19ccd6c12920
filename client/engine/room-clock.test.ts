import { expect, it } from 'vitest';
import { createRoomClock } from './room-clock.ts';

const confirmations = (seconds: number, jitterMs: (index: number) => number) =>
  Array.from({ length: seconds * 20 }, (_, index) => ({ tick: index * 3, atMs: 1000 + index * 50 + jitterMs(index) }));

it('never passes the confirmed tick and runs smoothly under jitter', () => {
  const clock = createRoomClock(50);
  const arrivals = confirmations(20, (index) => ((index * 7919) % 40) + 20);
  let last = 0;
  const steps: number[] = [];
  for (let now = 1000, next = 0; now < 20_500; now += 5) {
    while (next < arrivals.length && arrivals[next].atMs <= now) {
      clock.confirm(arrivals[next].tick, true, arrivals[next].atMs);
      next += 1;
    }
    const playhead = clock.playhead(now);
    expect(playhead).toBeLessThanOrEqual(clock.confirmedTick);
    if (now > 8000 && now < 20_000) steps.push(playhead - last);
    last = playhead;
  }
  for (const step of steps) expect(Math.abs(step - 0.3)).toBeLessThan(0.03);
});

it('stops at the confirmed tick when the room pauses, and continues from there', () => {
  const clock = createRoomClock(50);
  for (const { tick, atMs } of confirmations(2, () => 0)) clock.confirm(tick, true, atMs);
  clock.confirm(120, false, 3000);
  expect(clock.playhead(3000)).toBe(120);
  expect(clock.playhead(9000)).toBe(120);
  clock.confirm(120, true, 10_000);
  clock.confirm(123, true, 10_050);
  expect(clock.playhead(10_060)).toBeLessThanOrEqual(123);
  expect(clock.playhead(10_060)).toBeGreaterThan(117);
});
