import { expect, it } from 'vitest';
import { outputSeconds } from './native-context.ts';

it('adds the latency of the device to that of the browser, as far as they are reported', () => {
  expect(outputSeconds({ sampleRate: 48_000, baseLatency: 0.02, outputLatency: 0.03 })).toBeCloseTo(0.05);
  expect(outputSeconds({ sampleRate: 48_000, baseLatency: 0.02 })).toBe(0.02);
  expect(outputSeconds({ sampleRate: 48_000 })).toBe(0);
});

it('does not read the latency of the device where the page would wait for another process', () => {
  const device = {
    sampleRate: 44_100,
    baseLatency: 128 / 44_100,
    get outputLatency(): number {
      throw new Error('the page waits for ever');
    },
  };
  expect(outputSeconds(device)).toBe(128 / 44_100);
});
