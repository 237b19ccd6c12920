import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenNumber } from '../../tests/support/arbitraries.ts';
import { coupled } from '../../tests/support/coupled.ts';
import { defaultParameters, parameters, type ParameterValues } from '../parameters/index.ts';
import {
  classicAmplitude,
  classicGravity,
  classicNoteHz,
  classicPitch,
  classicTempo,
  classicVolume,
  type CouplingInput,
  registerLift,
  rhythmDrive,
} from './index.ts';

const inputOf = (values: Partial<ParameterValues>, rest: Partial<CouplingInput> = {}): CouplingInput => ({
  parameters: { ...defaultParameters, ...values },
  gravity: values.gravity ?? defaultParameters.gravity,
  loudness: 0.3,
  tide: 0,
  meanSpeed: 3,
  maxSpeed: 10,
  activity: 0.5,
  scaleBrightness: 0,
  ...rest,
});

const strengths = ['gravityToTempo', 'gravityToVolume', 'volumeToGravity', 'tempoToPitch', 'scaleToTimbre'] as const;
it('reproduces the formulas of the original', () => {
  expect([9.81, 4.905, 0, 20].map(classicTempo)).toEqual([120, 60, 40, 200]);
  expect([10, 20, 0].map(classicVolume)).toEqual([0.5, 1, 0]);
  expect([0.05, 0.5, 0].map(classicGravity)).toEqual([9.81 * 20 * 0.05, 20, 1]);
  expect([40, 120, 200, 240].map(classicPitch)).toEqual([0, 0.5, 1, 1]);
  expect([0, 10].map(classicNoteHz)).toEqual([220, 320]);
  expect([0, 50, 100].map(classicAmplitude)).toEqual([0.1, 0.5, 0.8]);
  const out = coupled(inputOf({ couplingMode: 'classic', restitution: 0.95 }, { maxSpeed: 4, gravity: 10 }));
  expect(out).toEqual({
    tempo: 122,
    volume: 0.5,
    pitch: ((122 - 40) / 160 - 0.5) * 24,
    gravity: 20,
    brightness: 0.5,
    saturation: 82 / 160,
    filter: 0.2,
    reverb: 0.9,
  });
});

/** Yields the passes of the original's loop, from a gravity. */
function* classicPasses(gravity: number) {
  for (let now = gravity; ;) {
    const out = coupled(inputOf({ couplingMode: 'classic' }, { gravity: now }));
    now = out.gravity;
    yield out;
  }
}

it('reaches the limits of the original within two passes in classic mode: 20 m/s² and 200 BPM', () => {
  const passes = classicPasses(9.81);
  expect(passes.next().value).toMatchObject({ gravity: 20, tempo: 120, volume: 9.81 / 20 });
  const rails = { gravity: 20, tempo: 200, volume: 1, pitch: 12, brightness: 1, saturation: 1 };
  expect(passes.next().value).toMatchObject(rails);
  expect(passes.next().value).toMatchObject(rails);
});

it('ends at the limits from every gravity in classic mode, with a loop gain of 9.81', () => {
  fc.assert(
    fc.property(evenNumber(0, 20), (gravity) => {
      const passes = classicPasses(gravity);
      const seen = [gravity];
      for (let pass = 0; pass < 4; pass++) seen.push(passes.next().value!.gravity);
      expect(seen[4]).toBe(20);
      for (let pass = 1; pass < 4; pass++) expect(seen[pass]).toBeCloseTo(Math.max(1, Math.min(20, 9.81 * seen[pass - 1])), 9);
      expect(passes.next().value!.tempo).toBe(200);
    }),
  );
});

it('has no influence at strength 0, in both modes', () => {
  const off = Object.fromEntries(strengths.map((key) => [key, 0]));
  for (const couplingMode of parameters.couplingMode.choices) {
    const out = coupled(inputOf({ ...off, couplingMode, gravity: 14, tempo: 93 }, { loudness: 0.9, scaleBrightness: 1 }));
    expect(out).toMatchObject({ gravity: 14, tempo: 93, volume: 1, pitch: 0, filter: 1, reverb: 1 });
  }
  expect(rhythmDrive(0.9, 0.2, 0)).toBe(rhythmDrive(0.1, 0.8, 0));
  expect(registerLift(200, 0)).toBe(0);
});

it('moves tempo, gain and gravity in the expected direction', () => {
  const heavy = coupled(inputOf({ gravity: 20 }));
  const light = coupled(inputOf({ gravity: 0 }));
  expect(heavy.tempo).toBeGreaterThan(light.tempo * 1.2);
  expect(heavy.volume).toBeGreaterThan(light.volume);
  expect(coupled(inputOf({}, { loudness: 0.9 })).gravity).toBeGreaterThan(coupled(inputOf({}, { loudness: 0 })).gravity);
  expect(coupled(inputOf({}, { scaleBrightness: 1 })).filter).toBeGreaterThan(coupled(inputOf({}, { scaleBrightness: -1 })).filter);
  expect(registerLift(240, 1)).toBe(6);
  expect(rhythmDrive(0.7, 0.5, 1)).toBeGreaterThan(rhythmDrive(0.7, 0.7, 1));
});
