import { expect, it } from 'vitest';
import { createLeveller } from './leveller.ts';
import { integratedLoudnessOf } from './loudness.ts';

const sampleRate = 16_000;
const block = 128;
const sine = (hz: number, seconds: number, amplitude: number) =>
  Float32Array.from({ length: seconds * sampleRate }, (_, index) => amplitude * Math.sin((2 * Math.PI * hz * index) / sampleRate));

const seconds = 60;
/** Notes of half a second with quiet pauses between, at a given level. */
const music = (level: number) =>
  sine(440, seconds, level).map((sample, index) => (index % sampleRate < sampleRate / 2 ? sample : sample * 0.2));

it.each([0.09, 0.2, 0.5])('brings music of level %f to −16 LUFS within a minute, slowly and deterministically', (level) => {
  const run = () => {
    const samples = music(level);
    const leveller = createLeveller(sampleRate);
    const trims: number[] = [];
    for (let at = 0; at < samples.length; at += block) {
      const part = samples.subarray(at, at + block);
      leveller.listen([part, part], part.length);
      trims.push(leveller.trimDb);
      const gain = 10 ** (leveller.trimDb / 20);
      for (let index = 0; index < part.length; index++) part[index] *= gain;
    }
    return { trims, lufs: integratedLoudnessOf([samples, samples], sampleRate) };
  };
  const { trims, lufs } = run();
  expect(Math.abs(lufs + 16)).toBeLessThan(1);
  for (let index = 1; index < trims.length; index++) expect(Math.abs(trims[index] - trims[index - 1])).toBeLessThanOrEqual(0.25 + 1e-9);
  expect(run().trims).toEqual(trims);
});

it('limits the trim, and ignores pauses', () => {
  const leveller = createLeveller(sampleRate);
  const feed = (amplitude: number, forSeconds: number) => {
    const samples = sine(440, forSeconds, amplitude);
    for (let at = 0; at < samples.length; at += block)
      leveller.listen([samples.subarray(at, at + block), samples.subarray(at, at + block)], block);
  };
  feed(0.01, 40);
  expect(leveller.trimDb).toBe(9);
  feed(0, 40);
  expect(leveller.trimDb).toBe(9);
});
