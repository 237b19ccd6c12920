import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CursorTrack, cursorPlaceAt, trackTo } from './cursor-track.ts';

const number = fc.double({ min: -100, max: 100, noNaN: true });
const steps = fc.array(fc.record({ place: fc.tuple(number, number, number), afterMs: fc.integer({ min: 0, max: 400 }) }), {
  minLength: 1,
  maxLength: 30,
});

it('never jumps: a new position changes where a cursor goes and not where it is', () => {
  fc.assert(
    fc.property(steps, (path) => {
      let nowMs = 1000;
      let track: CursorTrack | undefined;
      for (const { place, afterMs } of path) {
        nowMs += afterMs;
        const drawn = track && cursorPlaceAt(track, nowMs);
        track = trackTo(track, place, nowMs);
        if (drawn && track.toMs > nowMs) expect(cursorPlaceAt(track, nowMs)).toEqual(drawn);
      }
    }),
  );
});

it('arrives within an eighth of a second, and stays there', () => {
  fc.assert(
    fc.property(steps, (path) => {
      let nowMs = 1000;
      let track: CursorTrack | undefined;
      for (const { place, afterMs } of path) track = trackTo(track, place, (nowMs += afterMs));
      for (const laterMs of [120, 121, 10_000]) {
        cursorPlaceAt(track!, nowMs + laterMs).forEach((value, axis) => expect(value).toBeCloseTo(path.at(-1)!.place[axis], 9));
      }
    }),
  );
});

it('is halfway after half of the time', () => {
  const track = trackTo(trackTo(undefined, [0, 0, 0], 0), [10, 0, -4], 40);
  expect(cursorPlaceAt(track, 60)).toEqual([5, 0, -2]);
});
