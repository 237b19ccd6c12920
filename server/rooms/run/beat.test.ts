import { afterEach, expect, it, vi } from 'vitest';
import { followBeat, lagOf } from './beat.ts';

afterEach(() => void vi.useRealTimers());

it('beats at the same times for all rooms, whenever they were opened', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const beats: Record<'one' | 'two', number[]> = { one: [], two: [] };
  const begunMs = performance.now();
  const follow = (room: 'one' | 'two') => followBeat(() => beats[room].push(performance.now() - begunMs));
  const ends = [follow('one')];
  vi.advanceTimersByTime(70);
  ends.push(follow('two'));
  vi.advanceTimersByTime(130);
  expect(beats).toEqual({ one: [50, 100, 150, 200], two: [100, 150, 200] });
  for (const end of ends) end();
  vi.advanceTimersByTime(100);
  expect(beats.one).toHaveLength(4);
});

it('measures how late a batch confirms ticks, by the timer or by a commit that holds them back', () => {
  expect(lagOf(1050, 60)).toBeCloseTo(0);
  expect(lagOf(1030, 60)).toBe(0);
  expect(lagOf(1350, 60)).toBeCloseTo(0.3);
});
