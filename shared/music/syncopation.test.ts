import { expect, it } from 'vitest';
import { musicParameters } from '../parameters/music.ts';
import { stepsPerBar } from './meter.ts';
import { type TimelineName, timelines } from './patterns.ts';
import { syncopationBound, syncopationOf } from './syncopation.ts';

const onsetsOf = (pulses: string) =>
  Uint8Array.from({ length: 2 * pulses.length }, (_, step) => (step % 2 === 0 && pulses[step / 2] === 'x' ? 1 : 0));
const measured = (name: TimelineName) => syncopationOf('4/4', onsetsOf(timelines[name]));

it('finds none in notes on the beats, or in a single note', () => {
  expect(measured('straight')).toBe(0);
  expect(measured('straight-eighths')).toBe(0);
  expect(syncopationOf('4/4', onsetsOf('x...............'))).toBe(0);
});

it('counts the levels by which the rest after a note outweighs it', () => {
  // An off-beat eighth over the second quarter: from eighth to quarter, one level; over the middle of the bar, two; over the barline, three.
  expect(syncopationOf('4/4', onsetsOf('x.x.....x...x...'))).toBe(1);
  expect(syncopationOf('4/4', onsetsOf('x...x.x.....x...'))).toBe(2);
  expect(syncopationOf('4/4', onsetsOf('....x...x...x.x.'))).toBe(3);
});

it('orders the six claves by their known difficulty', () => {
  expect(measured('shiko')).toBe(2);
  expect(measured('son')).toBe(4);
  expect(measured('rumba')).toBe(5);
  expect(measured('gahu')).toBe(5);
  expect(measured('bossa')).toBe(6);
  expect(measured('soukous')).toBe(6);
});

it('allows every clave at half complexity, and no syncopation at complexity 0', () => {
  expect(syncopationBound('4/4', 0.5)).toBeGreaterThanOrEqual(measured('soukous'));
  expect(syncopationBound('4/4', 0)).toBe(0);
  for (const meter of musicParameters.meter.choices) {
    expect(syncopationBound(meter, 1)).toBeGreaterThan(stepsPerBar(meter) / 5);
  }
});
