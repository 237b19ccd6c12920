import { expect, it } from 'vitest';
import { createBandReader } from './bands.ts';

const sampleRate = 48_000;
const bins = 1024;
/** Returns a spectrum of silence with a single tone. */
function tone(hz: number, levelDb: number): Float32Array {
  const spectrum = new Float32Array(bins).fill(-Infinity);
  spectrum[Math.round(hz / (sampleRate / 2 / bins))] = levelDb;
  return spectrum;
}

it('separates low, middle and high sounds', () => {
  for (const [hz, band] of [
    [80, 'bass'],
    [700, 'mid'],
    [5000, 'high'],
  ] as const) {
    const bands = createBandReader(sampleRate, bins)(tone(hz, -20), 1 / 60);
    for (const name of ['bass', 'mid', 'high'] as const) expect(bands[name], `${hz} Hz, ${name}`).toBe(name === band ? 1 : 0);
  }
});

it('measures against the recent maximum, so that a quiet room moves the picture too', () => {
  const read = createBandReader(sampleRate, bins);
  expect(read(tone(80, -10), 1 / 60).bass).toBe(1);
  expect(read(tone(80, -40), 1 / 60).bass).toBeCloseTo(1 - 30 / 36, 2);
  for (let frame = 0; frame < 60 * 12; frame++) read(tone(80, -40), 1 / 60);
  expect(read(tone(80, -40), 1 / 60).bass).toBeGreaterThan(0.9);
});

it('reads zero in silence and in the hiss of an open microphone', () => {
  const read = createBandReader(sampleRate, bins);
  expect(read(new Float32Array(bins).fill(-Infinity), 1 / 60)).toEqual({ bass: 0, mid: 0, high: 0 });
  for (let frame = 0; frame < 6000; frame++) read(tone(700, -80), 1 / 60);
  expect(read(tone(700, -80), 1 / 60).mid).toBe(0);
});
