import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultParameters, parameters, type ParameterValues } from '../parameters/index.ts';
import {
  classicAmplitude,
  classicGravity,
  classicNoteHz,
  classicPitch,
  classicTempo,
  classicVolume,
  couple,
  type CouplingInput,
  type CouplingOutput,
  registerLift,
  rhythmDrive,
} from './index.ts';

const inputOf = (values: Partial<ParameterValues>, rest: Partial<CouplingInput> = {}): CouplingInput => ({
  parameters: { ...defaultParameters, ...values },
  gravity: values.gravity ?? defaultParameters.gravity,
  loudness: 0.3,
  meanSpeed: 3,
  maxSpeed: 10,
  activity: 0.5,
  scaleBrightness: 0,
  ...rest,
});

const coupled = (input: CouplingInput): CouplingOutput => {
  const out: CouplingOutput = { gravity: 0, tempo: 0, volume: 0, pitch: 0, brightness: 0, saturation: 0, filter: 0, reverb: 0 };
  couple(input, out);
  return out;
};

const strengths = ['gravityToTempo', 'gravityToVolume', 'volumeToGravity', 'tempoToPitch', 'scaleToTimbre'] as const;
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const anyUniverse = fc.record({
  gravity: fc.double({ min: 0, max: 20, noNaN: true }),
  tempo: fc.double({ min: 40, max: 240, noNaN: true }),
  gravityToTempo: unit,
  gravityToVolume: unit,
  volumeToGravity: unit,
});

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

it('runs to the rails within two passes in classic mode', () => {
  let { gravity } = coupled(inputOf({ couplingMode: 'classic' }));
  const second = coupled(inputOf({ couplingMode: 'classic' }, { gravity }));
  ({ gravity } = second);
  expect([gravity, second.tempo]).toEqual([20, 200]);
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

it('moves tempo, gain and gravity the way a person expects', () => {
  const heavy = coupled(inputOf({ gravity: 20 }));
  const light = coupled(inputOf({ gravity: 0 }));
  expect(heavy.tempo).toBeGreaterThan(light.tempo * 1.2);
  expect(heavy.volume).toBeGreaterThan(light.volume);
  expect(coupled(inputOf({}, { loudness: 0.9 })).gravity).toBeGreaterThan(coupled(inputOf({}, { loudness: 0 })).gravity);
  expect(coupled(inputOf({}, { scaleBrightness: 1 })).filter).toBeGreaterThan(coupled(inputOf({}, { scaleBrightness: -1 })).filter);
  expect(registerLift(240, 1)).toBe(6);
  expect(rhythmDrive(0.7, 0.5, 1)).toBeGreaterThan(rhythmDrive(0.7, 0.7, 1));
});

it('contracts: two states of the same universe come closer with every pass, whatever the strengths', () => {
  fc.assert(
    fc.property(
      anyUniverse,
      fc.double({ min: 0.01, max: 20 }),
      fc.double({ min: 0.01, max: 20 }),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      (values, a, b, notes) => {
        if (values.gravity < 0.01 || Number.isNaN(a) || Number.isNaN(b)) return;
        // One turn of the loop: gravity, gain and tempo, loudness of as many notes as the tempo plays, gravity.
        const turn = (gravity: number) => {
          const { volume, tempo } = coupled(inputOf(values, { gravity }));
          const sum = (notes * volume * tempo) / 120;
          return coupled(inputOf(values, { gravity, loudness: sum / (0.5 + sum) })).gravity;
        };
        const before = Math.abs(Math.log(a / b));
        expect(Math.abs(Math.log(turn(a) / turn(b)))).toBeLessThanOrEqual(0.45 * before + 1e-12);
        let gravity = a;
        for (let pass = 0; pass < 40; pass++) gravity = turn(gravity);
        expect(Math.abs(turn(gravity) - gravity)).toBeLessThan(1e-9);
        expect(gravity).toBeGreaterThanOrEqual(values.gravity * 0.84);
        expect(gravity).toBeLessThanOrEqual(Math.min(20, values.gravity * 1.36));
      },
    ),
  );
});
