import { describe, expect, it } from 'vitest';
import { createPluckedString } from './plucked-string.ts';

const sampleRate = 48_000;

function plucked(hz: number, seconds: number, force = 0.8): Float32Array {
  const string = createPluckedString(sampleRate, 5);
  const out = new Float32Array(seconds * sampleRate);
  string.pluck(hz, force);
  for (let at = 0; at < out.length; at += 128) string.render(out, at, Math.min(out.length, at + 128));
  return out;
}

/** Amplitude of a frequency in a range of samples. */
function strengthAt(samples: Float32Array, hz: number): number {
  let [re, im] = [0, 0];
  samples.forEach((sample, index) => {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length);
    re += sample * window * Math.cos((2 * Math.PI * hz * index) / sampleRate);
    im += sample * window * Math.sin((2 * Math.PI * hz * index) / sampleRate);
  });
  return Math.hypot(re, im) / samples.length;
}

const power = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;

/** Power of the changes of a sound over its own power: high for bright sounds. */
const brightness = (samples: Float32Array) => {
  let changes = 0;
  for (let index = 1; index < samples.length; index++) changes += (samples[index] - samples[index - 1]) ** 2;
  return changes / samples.length / power(samples);
};

describe('a plucked string', () => {
  it.each([55, 110, 233.08, 440, 987.77, 1760])('is in tune at %f Hz, within three cents', (hz) => {
    const samples = plucked(hz, 1.2).subarray(4800, 4800 + 48_000);
    const cents = Array.from({ length: 41 }, (_, index) => index - 20);
    const strengths = cents.map((off) => strengthAt(samples, hz * 2 ** (off / 1200)));
    const best = cents[strengths.indexOf(Math.max(...strengths))];
    expect(Math.abs(best)).toBeLessThanOrEqual(3);
  });

  it('decays, its high partials first', () => {
    const samples = plucked(220, 4);
    const [early, late] = [samples.subarray(0, 9600), samples.subarray(96_000, 105_600)];
    expect(power(late)).toBeLessThan(power(early) / 10);
    expect(brightness(late)).toBeLessThan(brightness(early) / 2);
  });

  it('is brighter when plucked harder, has no DC offset, and decays to silence', () => {
    expect(brightness(plucked(220, 0.2, 1))).toBeGreaterThan(1.5 * brightness(plucked(220, 0.2, 0.2)));
    const samples = plucked(110, 12);
    expect(Math.abs(samples.subarray(0, 48_000).reduce((sum, sample) => sum + sample, 0) / 48_000)).toBeLessThan(1e-3);
    expect(power(samples.subarray(11 * sampleRate))).toBeLessThan(1e-8);
  });

  it('is deterministic, and stays within bounds at any tuning', () => {
    expect(plucked(330, 0.5)).toEqual(plucked(330, 0.5));
    for (const hz of [1, 24, 30_000]) expect(plucked(hz, 0.3).every((sample) => Math.abs(sample) < 4)).toBe(true);
  });
});
