import { expect, it } from 'vitest';
import { readTime, type RecordRequest, showTime, spanOf } from './recording.ts';

const ask = (span: RecordRequest['span'], what: RecordRequest['what'] = 'sound', framesPerSecond: 30 | 60 = 60): RecordRequest => ({
  what,
  span,
  video: { size: '720p', framesPerSecond, container: 'webm' },
});
const between = (fromSeconds: number | null, toSeconds: number | null) => ({ kind: 'between', fromSeconds, toSeconds }) as const;

it('counts the last seconds back from now, and stops at tick 0', () => {
  expect(spanOf(ask({ kind: 'last', seconds: 30 }), 6000)).toEqual({ fromTick: 4200, toTick: 6000 });
  expect(spanOf(ask({ kind: 'last', seconds: 30 }), 600)).toEqual({ fromTick: 0, toTick: 600 });
  expect(spanOf(ask({ kind: 'all' }), 601)).toEqual({ fromTick: 0, toTick: 601 });
  expect(spanOf(ask(between(1, 2.5)), 600)).toEqual({ fromTick: 60, toTick: 150 });
});

it('ends a video with a whole frame', () => {
  expect(spanOf(ask({ kind: 'all' }, 'video', 30), 601)).toEqual({ fromTick: 1, toTick: 601 });
  expect(spanOf(ask({ kind: 'all' }, 'video', 60), 601)).toEqual({ fromTick: 0, toTick: 601 });
});

it('explains in a sentence why a span can not be recorded', () => {
  const fault = (request: RecordRequest, nowTick: number) => {
    try {
      return spanOf(request, nowTick);
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      return (error as Error).message;
    }
  };
  expect(fault(ask({ kind: 'all' }), 12)).toMatch(/just begun/);
  expect(fault(ask(between(3, 3.2)), 600)).toMatch(/0:00\.2: a recording must be at least half a second long/);
  expect(fault(ask(between(5, 3)), 600)).toMatch(/The end, 0:03, must be after/);
  expect(fault(ask(between(3, 11)), 600)).toMatch(/only at 0:10: 0:11 has not happened/);
  expect(fault(ask(between(null, 11)), 600)).toMatch(/Write times/);
  expect(fault(ask({ kind: 'all' }), 60 * 601)).toMatch(/sound can be at most 10:00/);
  expect(fault(ask({ kind: 'all' }, 'video'), 60 * 301)).toMatch(/video can be at most 5:00/);
  expect(spanOf(ask({ kind: 'all' }, 'midi'), 60 * 7200)).toEqual({ fromTick: 0, toTick: 60 * 7200 });
});

it('reads times in the format in which they are shown, and nothing else', () => {
  for (const seconds of [0, 2.5, 59, 60, 65, 3599.9, 7265]) expect(readTime(showTime(seconds))).toBe(seconds);
  expect(readTime(' 90 ')).toBe(90);
  expect(readTime('1:5')).toBe(65);
  for (const text of ['', '1:75', '-3', '1:2:3', 'now', '1e3', ':30']) expect(readTime(text)).toBeNull();
});
