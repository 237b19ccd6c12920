import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentArbitrary } from '../../tests/support/arbitraries.ts';
import { followSeconds } from '../coupling/index.ts';
import { couplingParameters } from '../parameters/coupling.ts';
import { defaultParameters, type ParameterValues } from '../parameters/index.ts';
import { defaultDocument } from '../universe/index.ts';
import type { Note } from './note.ts';
import { createSimulation, type Simulation } from './simulation.ts';
import { stepSeconds, ticksPerSecond } from './world.ts';

type Strength = Exclude<keyof typeof couplingParameters, 'couplingMode'>;

/** Parameters for which every link has an effect: heavy, quick, bouncing and dark. */
const outspoken: Partial<ParameterValues> = {
  gravity: 16,
  tempo: 160,
  scale: 'phrygian',
  restitution: 0.9,
  particleCount: 500,
  emissionRate: 300,
  volume: 0,
};

const open = (values: Partial<ParameterValues>): Simulation =>
  createSimulation({ ...defaultDocument(), parameters: { ...defaultParameters, ...outspoken, ...values } });

function run(simulation: Simulation, seconds: number): Note[] {
  const notes: Note[] = [];
  for (let tick = 0; tick < seconds * ticksPerSecond; tick++) {
    simulation.step();
    notes.push(...simulation.notes);
  }
  return notes;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const modulation = (name: 'gravity' | 'tempo' | 'volume' | 'filter' | 'reverb') => (simulation: Simulation) =>
  simulation.world.stores.Modulation[name][0];

/** The targets of each link of the simulation, and the direction of each. */
const named: Partial<Record<Strength, Record<string, [(simulation: Simulation, notes: readonly Note[]) => number, 'more' | 'less']>>> = {
  gravityToTempo: { tempo: [modulation('tempo'), 'more'] },
  gravityToVolume: { volume: [modulation('volume'), 'more'] },
  volumeToGravity: { gravity: [modulation('gravity'), 'more'] },
  scaleToTimbre: { filter: [modulation('filter'), 'less'], reverb: [modulation('reverb'), 'more'] },
  tempoToPitch: {
    'pitch of the melody': [(_, notes) => mean(notes.filter(({ part }) => part === 'lead').map(({ midi }) => midi)), 'more'],
  },
  // At full strength the particles decide how much is played; these bounce a lot, so that more is played.
  motionToRhythm: { notes: [(_, notes) => notes.length, 'more'] },
  soundToMotion: { speed: [({ world }) => world.stores.Senses.meanSpeed[0], 'more'] },
};

describe.each(Object.entries(named))('%s', (key, readings) => {
  const outcome = (strength: number) => {
    // The effect of sound on motion is visible only when nothing else moves particles.
    const still = { gravity: 0, turbulence: 0, particleSpeed: 0.2, fieldStrength: 0, emissionRate: 1500, noteDensity: 8 };
    const lively = { tempo: 120, boundsSize: 4, particleSpeed: 10, spread: 180 };
    const stage = key === 'soundToMotion' ? still : key === 'motionToRhythm' ? lively : {};
    const simulation = open({ ...stage, [key]: strength });
    const notes = run(simulation, 30);
    return Object.fromEntries(Object.entries(readings).map(([name, [read]]) => [name, read(simulation, notes)]));
  };
  const [none, half, whole] = [0, 0.5, 1].map(outcome);
  it.each(Object.entries(readings))('moves the %s, more with higher strength', (name, [, way]) => {
    const sign = way === 'more' ? 1 : -1;
    expect(sign * whole[name]).toBeGreaterThan(sign * half[name]);
    expect(sign * half[name]).toBeGreaterThan(sign * none[name]);
  });
});

it('tests every link that reaches the simulation', () => {
  const links = Object.entries(couplingParameters).filter(([, { kind, reaches }]) => kind === 'number' && reaches[0] === 'simulation');
  expect(Object.keys(named).sort()).toEqual(links.map(([key]) => key).sort());
});

it('runs away to the published limits within 10 to 20 s in classic mode', () => {
  const simulation = open({ couplingMode: 'classic', gravity: 9.81, tempo: 120 });
  const { gravity, tempo } = simulation.world.stores.Modulation;
  /** Share of the way from the neutral values to the limits. */
  const ways = () => [(gravity[0] - 9.81) / (20 - 9.81), (tempo[0] - 120) / (200 - 120)];
  run(simulation, 2);
  for (const way of ways()) expect(way).toBeLessThan(0.5);
  run(simulation, 8);
  const after10 = ways();
  for (const way of after10) expect(way).toBeLessThan(0.95);
  run(simulation, 10);
  ways().forEach((way, index) => expect(way).toBeGreaterThan(Math.max(0.95, after10[index])));
  run(simulation, 40);
  expect(gravity[0]).toBeCloseTo(20, 3);
  expect(tempo[0]).toBeCloseTo(200, 2);
});

it.each([3, 9.81, 18])('begins settled in stable mode: the tempo drifts by less than 1 % in the first bar, at %d m/s²', (gravity) => {
  const simulation = open({ gravity });
  const { tempo } = simulation.world.stores.Modulation;
  const begun = tempo[0];
  while (simulation.world.stores.Clock.bar[0] === 0) {
    simulation.step();
    expect(Math.abs(tempo[0] / begun - 1)).toBeLessThan(0.01);
  }
});

it('lives in stable mode: the tempo sways slowly, by 1 to 3 BPM, and stays within its bounds', () => {
  const simulation = open({ tempo: 100, gravity: 9.81 });
  const { tempo } = simulation.world.stores.Modulation;
  const tempos = Array.from({ length: 300 }, () => {
    run(simulation, 1);
    return tempo[0];
  });
  const middle = mean(tempos);
  const deviation = Math.sqrt(mean(tempos.map((value) => (value - middle) ** 2)));
  expect(deviation).toBeGreaterThan(1);
  expect(deviation).toBeLessThan(3);
  // Slowly: within two seconds it moves by less than a hundredth.
  tempos.forEach((value, second) => second < 2 || expect(Math.abs(value / tempos[second - 2] - 1)).toBeLessThan(0.01));
});

/** Largest change in a second of a value that follows its target, as a share of its range. */
const maxInASecond = 1 - (1 - stepSeconds / followSeconds.stable) ** ticksPerSecond;

it('stays bounded and smooth in random universes in stable mode, for half a minute', () => {
  fc.assert(
    fc.property(documentArbitrary, (random) => {
      const parameters: ParameterValues = { ...random.parameters, couplingMode: 'stable', particleCount: 100 };
      // A storyboard moves values on purpose.
      const simulation = createSimulation({ ...random, parameters, storyboard: null });
      const { Modulation } = simulation.world.stores;
      const { gravity: G, tempo: T, gravityToVolume, scaleToTimbre } = parameters;
      const ranges = {
        gravity: [G * 0.85, Math.min(20, G * 1.35)],
        tempo: [Math.max(40, T * 0.59), Math.min(240, T * 1.37)],
        volume: [0.5 ** gravityToVolume, 1.52 ** gravityToVolume],
        filter: [2 ** (-1.3 * scaleToTimbre), 2 ** (1.3 * scaleToTimbre)],
        reverb: [2 ** (-0.6 * scaleToTimbre), 2 ** (0.6 * scaleToTimbre)],
        loudness: [0, 1],
        smoothLoudness: [0, 1],
      } as const;
      const names = Object.keys(ranges) as (keyof typeof ranges)[];
      let before = 0;
      let fastest = 0;
      for (let second = 0; second < 30; second++) {
        run(simulation, 1);
        for (const name of names) {
          const [low, high] = ranges[name];
          const value = Modulation[name][0];
          if (!(value >= low - 1e-9 && value <= high + 1e-9))
            throw new Error(`${name} is ${value} after ${second + 1} s, of ${low} to ${high}`);
        }
        if (second >= 5) fastest = Math.max(fastest, Math.abs(Modulation.gravity[0] - before));
        before = Modulation.gravity[0];
      }
      // Gravity varies with the phrases of the music, and never jumps.
      expect(fastest).toBeLessThanOrEqual(0.5 * maxInASecond * 0.5 * G + 1e-9);
    }),
    { numRuns: 60 },
  );
});
