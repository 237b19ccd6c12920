import { describe, expect, it } from 'vitest';
import { defaultMask, type Emitter, maskSide } from '../../universe/index.ts';
import { defaultDocument, type UniverseDocument } from '../../universe/index.ts';
import { createSimulation } from '../simulation.ts';
import { stepBudget } from '../step-budget.ts';

/** Returns the births of each step of a universe with one emitter, and the state after them. */
function births(emitter: Partial<Emitter>, parameters: Partial<UniverseDocument['parameters']>, steps: number) {
  const document = defaultDocument();
  document.emitters = [{ ...document.emitters[0], y: 0, ...emitter }];
  document.wells = [];
  Object.assign(document.parameters, {
    gravity: 0,
    turbulence: 0,
    particleSpeed: 0,
    soundToMotion: 0,
    particleCount: 100_000,
    emissionRate: 6000,
    ...parameters,
  });
  const simulation = createSimulation(document);
  const { cursor, beat } = simulation.world.stores.Clock;
  const beats: number[] = [];
  const counts: number[] = [];
  for (let step = 0; step < steps; step++) {
    const before = cursor[0];
    simulation.step();
    counts.push(cursor[0] - before);
    beats.push(beat[0] % 1);
  }
  return { counts, beats, ...simulation.world.stores };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

it('emits particles evenly where the image is set, upright when seen against its direction', () => {
  const { Position, counts } = births({ shape: 'image', radius: 4, directionX: 0, directionY: 0, directionZ: 1 }, {}, 120);
  const born = sumOf(counts);
  const seen = new Set<number>();
  for (let i = 0; i < born; i++) {
    expect(Position.z[i]).toBeCloseTo(0, 5);
    const column = Math.floor(((Position.x[i] / 4 + 1) / 2) * maskSide);
    const row = Math.floor(((1 - Position.y[i] / 4) / 2) * maskSide);
    const digit = Number.parseInt(defaultMask[(row * maskSide + column) >> 2], 16);
    expect((digit >> (3 - (column & 3))) & 1, `row ${row}, column ${column}`).toBe(1);
    seen.add(row * maskSide + column);
  }
  const set = [...defaultMask].reduce((sum, digit) => sum + Number.parseInt(digit, 16).toString(2).replaceAll('0', '').length, 0);
  expect(seen.size).toBe(set);
});

it('emits particles at its own position when the image is empty', () => {
  const { Position, counts } = births({ shape: 'image', radius: 4, x: 2, mask: '0'.repeat(256) }, {}, 10);
  for (let i = 0; i < sumOf(counts); i++) expect([Position.x[i], Position.y[i], Position.z[i]]).toEqual([2, 0, 0]);
});

/** Returns the positions of births, relative to their emitter. */
function places(emitter: Partial<Emitter>): [x: number, y: number, z: number][] {
  const { Position, counts } = births(emitter, {}, 30);
  return Array.from({ length: sumOf(counts) }, (_, i) => [Position.x[i], Position.y[i], Position.z[i]]);
}

const shareOf = (list: readonly unknown[], those: number) => those / list.length;

it('emits at one position for a point', () => {
  for (const place of places({ shape: 'point', radius: 4 })) expect(place).toEqual([0, 0, 0]);
});

it('emits all around a ring', () => {
  const born = places({ shape: 'ring', radius: 4 });
  for (const [x, y, z] of born) {
    expect(y).toBe(0);
    expect(Math.abs(Math.hypot(x, z) / 4 - 1)).toBeLessThan(0.07);
  }
  for (const [sx, sz] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ]) {
    expect(shareOf(born, born.filter(([x, , z]) => x * sx > 0 && z * sz > 0).length)).toBeCloseTo(0.25, 1);
  }
});

it('fills a sphere evenly', () => {
  const born = places({ shape: 'sphere', radius: 4 });
  const within = (radius: number) => shareOf(born, born.filter((place) => Math.hypot(...place) < radius).length);
  expect(within(4.001)).toBe(1);
  expect(within(2)).toBeGreaterThan(0.1);
  expect(within(2)).toBeLessThan(0.15);
  // By Archimedes the surface of a slice of a sphere is proportional to its height; of its inside, 5 parts of 32 lie above half its radius.
  expect(shareOf(born, born.filter(([, y]) => y > 2).length)).toBeCloseTo(5 / 32, 1);
});

it('emits evenly along a line, across the direction', () => {
  for (const [emitter, axis] of [
    [{ directionX: 0, directionY: 1, directionZ: 0 }, 0],
    [{ directionX: 1, directionY: 0, directionZ: 0 }, 2],
  ] as const) {
    const born = places({ shape: 'line', radius: 4, ...emitter });
    for (const place of born) for (const other of [0, 1, 2]) if (other !== axis) expect(place[other]).toBeCloseTo(0, 6);
    const along = born.map((place) => place[axis]);
    expect(Math.min(...along)).toBeLessThan(-3.95);
    expect(Math.max(...along)).toBeGreaterThan(3.95);
    expect(shareOf(along, along.filter((value) => Math.abs(value) < 2).length)).toBeCloseTo(0.5, 1);
  }
});

it('emits into its cone, evenly over its cap, and in all directions at 180 degrees or without a direction', () => {
  const still = { airResistance: 0, particleSpeed: 10, speedVariation: 0 };
  /** Cosines between the directions of the particles and that of the emitter. */
  const cosines = (emitter: Partial<Emitter>, spread: number) => {
    const { Velocity, counts } = births({ directionX: 1, directionY: 0, directionZ: 0, ...emitter }, { ...still, spread }, 20);
    return Array.from({ length: sumOf(counts) }, (_, i) => Velocity.x[i] / Math.hypot(Velocity.x[i], Velocity.y[i], Velocity.z[i]));
  };
  for (const cosine of cosines({}, 0)) expect(cosine).toBeCloseTo(1, 6);
  const edge = Math.cos(Math.PI / 6);
  const cone = cosines({}, 30);
  expect(Math.min(...cone)).toBeGreaterThanOrEqual(edge - 1e-6);
  expect(Math.min(...cone)).toBeLessThan(edge + 0.01);
  expect(sumOf(cone) / cone.length).toBeCloseTo((1 + edge) / 2, 2);
  for (const everywhere of [cosines({}, 180), cosines({ directionX: 0 }, 0)]) {
    expect(Math.min(...everywhere)).toBeLessThan(-0.98);
    expect(Math.max(...everywhere)).toBeGreaterThan(0.98);
    expect(sumOf(everywhere) / everywhere.length).toBeCloseTo(0, 1);
  }
});

it('emits in bursts on the beat when it pulses', () => {
  const { counts, beats } = births({ pulse: 1 }, { tempo: 120, gravityToTempo: 0 }, 600);
  expect(sumOf(counts.filter((_, step) => beats[step] >= 0.125))).toBe(0);
  expect(new Set(beats.map((beat, step) => counts[step] > 0 && beat < 0.125)).size).toBe(2);
  expect(Math.abs(sumOf(counts) / (6000 * 10) - 1)).toBeLessThan(0.15);
});

it('emits at an uneven rate, with the same total in the long run', () => {
  const steady = births({}, { rateVariation: 0 }, 900).counts;
  const uneven = births({}, { rateVariation: 1 }, 900).counts;
  expect(Math.max(...steady) - Math.min(...steady)).toBeLessThanOrEqual(1);
  expect(Math.min(...uneven)).toBeLessThan(30);
  expect(Math.max(...uneven)).toBeGreaterThan(170);
  expect(Math.abs(sumOf(uneven) / sumOf(steady) - 1)).toBeLessThan(0.15);
});

it('varies speeds and lifetimes by up to their variation', () => {
  const { Velocity, Life, counts } = births(
    {},
    { particleSpeed: 10, speedVariation: 0.5, lifetimeVariation: 0.2, airResistance: 0, particleLifetime: 10 },
    20,
  );
  const born = sumOf(counts);
  const speeds = Array.from({ length: born }, (_, i) => Math.hypot(Velocity.x[i], Velocity.y[i], Velocity.z[i]));
  expect(Math.min(...speeds)).toBeGreaterThanOrEqual(4.99);
  expect(Math.min(...speeds)).toBeLessThan(5.3);
  expect(Math.max(...speeds)).toBeGreaterThan(14.7);
  expect(Math.max(...speeds)).toBeLessThanOrEqual(15.01);
  const lifetimes = [...Life.lifetime.subarray(0, born)];
  expect(Math.min(...lifetimes)).toBeGreaterThanOrEqual(7.99);
  expect(Math.max(...lifetimes)).toBeLessThanOrEqual(12.01);
});

it('emits heavy bodies', () => {
  const { Body, counts } = births({ mass: 7 }, {}, 5);
  expect([...Body.mass.subarray(0, sumOf(counts))].every((mass) => mass === 7)).toBe(true);
});

describe('more births than one step may hold', () => {
  const { births: most } = stepBudget;
  const absurd = {
    particleCount: 600_000,
    emissionRate: 200_000,
    timeScale: 10,
    tempo: 240,
    gravityToTempo: 0,
    particleLifetime: 120,
  } as const;
  const due = (steps: number) => (absurd.emissionRate * absurd.timeScale * steps) / 60;
  const around = (counts: readonly number[]) => counts.map((count) => (count < 0 ? count + absurd.particleCount : count));

  it('wait for the next steps, and none is lost', () => {
    const { beats, ...rest } = births({ pulse: 1 }, absurd, 32);
    const counts = around(rest.counts);
    expect(Math.max(...counts)).toBe(most);
    // Births outside of the burst, whose number is far above that of a step.
    expect(counts.filter((count, step) => count === most && beats[step] >= 0.125).length).toBeGreaterThan(0);
    const bursts = beats.filter((beat) => beat < 0.125).length;
    expect(sumOf(counts) + rest.Emitter.carry[0]).toBeCloseTo(due(bursts) * 8, 3);
  });

  it('are shared by the emitters in proportion to their rates', () => {
    const document = defaultDocument();
    const [emitter] = document.emitters;
    document.emitters = [1, 2, 5].map((rate, species) => ({ ...emitter, id: `e${species}`, species, rate, pulse: 1 }));
    Object.assign(document.parameters, absurd);
    const simulation = createSimulation(document);
    const { Clock, Look } = simulation.world.stores;
    while (Clock.used[0] < 4 * most) simulation.step();
    const bySpecies = [0, 0, 0];
    for (let i = 0; i < Clock.used[0]; i++) bySpecies[Look.species[i]] += 1;
    for (const [species, rate] of [1, 2, 5].entries()) expect(bySpecies[species] / Clock.used[0]).toBeCloseTo(rate / 8, 3);
  });

  it('are never more than the slots, and leave no backlog that fills them twice', () => {
    const { counts, Emitter, Life } = births({ pulse: 1 }, { ...absurd, particleCount: 300, rateVariation: 1 }, 60);
    expect(counts.length).toBe(60);
    expect(Emitter.carry[0]).toBeLessThanOrEqual(300);
    expect(Life.lifetime.every((lifetime) => lifetime > 0)).toBe(true);
  });
});
