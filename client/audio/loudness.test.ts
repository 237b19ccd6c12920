import { describe, expect, it } from 'vitest';
import { createLoudnessMeter, integratedLoudnessOf } from './loudness.ts';
import { truePeakOf } from './true-peak.ts';

const sampleRate = 48_000;
/** Tolerance of EBU Tech 3341, LU. */
const tolerance = 0.1;

/** A sine, the same in all channels, whose level in dBFS changes from stretch to stretch. */
function sine(stretches: readonly { dbfs: readonly number[] | number; seconds: number }[], channels = 2, hz = 1000): Float32Array[] {
  const length = Math.round(stretches.reduce((sum, { seconds }) => sum + seconds, 0) * sampleRate);
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Float32Array(length);
    let at = 0;
    for (const { dbfs, seconds } of stretches) {
      const amplitude = 10 ** ((typeof dbfs === 'number' ? dbfs : dbfs[channel]) / 20);
      const until = Math.min(length, at + Math.round(seconds * sampleRate));
      for (; at < until; at++) samples[at] = amplitude * Math.sin((2 * Math.PI * hz * at) / sampleRate);
    }
    return samples;
  });
}

const within = (value: number, wanted: number) => expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance);

describe('the signals of EBU Tech 3341', () => {
  it.each([
    [1, -23],
    [2, -33],
  ])('case %i: a steady tone reads %f LUFS on every scale', (_, dbfs) => {
    const meter = createLoudnessMeter(sampleRate);
    meter.push(sine([{ dbfs, seconds: 20 }]));
    for (const reading of [meter.momentary, meter.shortTerm, meter.integrated]) within(reading, dbfs);
  });

  it('case 3: quiet stretches are gated by the mean of the rest', () => {
    const channels = sine([
      { dbfs: -36, seconds: 10 },
      { dbfs: -23, seconds: 60 },
      { dbfs: -36, seconds: 10 },
    ]);
    within(integratedLoudnessOf(channels, sampleRate), -23);
  });

  it('case 4: sound under the absolute gate does not lower the relative gate', () => {
    const channels = sine([
      { dbfs: -72, seconds: 10 },
      { dbfs: -36, seconds: 10 },
      { dbfs: -23, seconds: 60 },
      { dbfs: -36, seconds: 10 },
      { dbfs: -72, seconds: 10 },
    ]);
    within(integratedLoudnessOf(channels, sampleRate), -23);
  });

  it('case 5: stretches above the gate are averaged by power', () => {
    const channels = sine([
      { dbfs: -26, seconds: 20 },
      { dbfs: -20, seconds: 20.1 },
      { dbfs: -26, seconds: 20 },
    ]);
    within(integratedLoudnessOf(channels, sampleRate), -23);
  });

  it('case 6: surround channels weigh more', () => {
    within(integratedLoudnessOf(sine([{ dbfs: [-28, -28, -24, -30, -30], seconds: 20 }], 5), sampleRate), -23);
  });

  it('case 9: the short-term window is as long as its pattern, so the reading is constant', () => {
    const meter = createLoudnessMeter(sampleRate);
    const pattern = [
      { dbfs: -20, seconds: 1.34 },
      { dbfs: -30, seconds: 1.66 },
    ];
    const channels = sine(Array.from({ length: 5 }, () => pattern).flat());
    for (let second = 0; second < 15; second++) {
      meter.push(channels, second * sampleRate, (second + 1) * sampleRate);
      if (second >= 3) within(meter.shortTerm, -23);
    }
  });

  it('case 12: the momentary window is as long as its pattern, so the reading is constant', () => {
    const meter = createLoudnessMeter(sampleRate);
    const pattern = [
      { dbfs: -20, seconds: 0.18 },
      { dbfs: -30, seconds: 0.22 },
    ];
    const channels = sine(Array.from({ length: 25 }, () => pattern).flat());
    for (let tenth = 0; tenth < 100; tenth++) {
      meter.push(channels, (tenth * sampleRate) / 10, ((tenth + 1) * sampleRate) / 10);
      if (tenth >= 10) within(meter.momentary, -23);
    }
  });

  it.each([
    [15, 4, 0, 0.5, -6],
    [16, 4, 45, 0.5, -6],
    [17, 6, 60, 0.5, -6],
    [18, 8, 67.5, 0.5, -6],
    [19, 4, 45, 1.41, 3],
  ])('case %i: a tone at 1/%i of the sample rate, at phase %f°, peaks between its samples', (_, share, degrees, amplitude, wanted) => {
    const samples = Float32Array.from({ length: sampleRate }, (__, index) => {
      // Faded in and out, to avoid a step.
      const fade = Math.min(1, index / 480, (sampleRate - index) / 480);
      return fade * amplitude * Math.sin((2 * Math.PI * index) / share + (degrees * Math.PI) / 180);
    });
    const peak = truePeakOf([samples, samples]);
    expect(peak).toBeLessThanOrEqual(wanted + 0.2);
    expect(peak).toBeGreaterThanOrEqual(wanted - 0.4);
  });
});

it('gives the same reading for any division into blocks', () => {
  const channels = sine([{ dbfs: -20, seconds: 4 }]);
  const meter = createLoudnessMeter(sampleRate);
  for (let at = 0; at < channels[0].length; at += 128) meter.push(channels, at, Math.min(channels[0].length, at + 128));
  expect(meter.integrated).toBe(integratedLoudnessOf(channels, sampleRate));
  expect(meter.tenths).toBe(40);
});

it('gives the same reading at other sample rates, and −Infinity for silence', () => {
  const low = Float32Array.from({ length: 44_100 * 5 }, (_, index) => 0.1 * Math.sin((2 * Math.PI * 997 * index) / 44_100));
  within(integratedLoudnessOf([low, low], 44_100), -20);
  expect(integratedLoudnessOf([new Float32Array(96_000)], sampleRate)).toBe(Number.NEGATIVE_INFINITY);
  expect(truePeakOf([Float32Array.of(0, Number.NaN, 0)])).toBeNaN();
});
