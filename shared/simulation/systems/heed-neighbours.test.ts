import { expect, it } from 'vitest';
import { uniformAt } from '../../math/generator.ts';
import { createWorld } from '../create-world.ts';
import { runAlone } from '../schedule.ts';
import { affinityIndex, defaultDocument, type UniverseDocument } from '../../universe/index.ts';
import { heedNeighbours } from './heed-neighbours.ts';

/** The change of velocity, in m/s along x, of two resting particles `apart` metres from each other, after one step. */
function pushes(
  apart: number,
  own: Partial<UniverseDocument['parameters']>,
  affinities: [number, number, number][] = [],
): [number, number] {
  const document = defaultDocument();
  Object.assign(document.parameters, { particleCount: 100, ...own });
  for (const [of, towards, value] of affinities) document.affinities[affinityIndex(of, towards)] = value;
  const world = createWorld(document);
  const { Position, Velocity, Life, Look, Clock } = world.stores;
  Clock.used[0] = 2;
  Life.lifetime.fill(10, 0, 2);
  Position.x[1] = apart;
  Look.species[1] = 1;
  runAlone(heedNeighbours.buildShared(world));
  return [Velocity.x[0], Velocity.x[1]];
}

const species = { speciesForce: 6, speciesReach: 2 } as const;

it('pulls a species towards one that it has an affinity to, most in the middle of the reach, and not the reverse', () => {
  const [one, other] = pushes(1.3, species, [[0, 1, 1]]);
  // Full force at u = (1 + 0.3) / 2 of the reach.
  expect(one).toBeCloseTo(6 / 60, 5);
  expect(other).toBeCloseTo(0, 12);
  const [away, towards] = pushes(1.3, species, [
    [0, 1, -0.5],
    [1, 0, 0.5],
  ]);
  expect(away).toBeCloseTo(-3 / 60, 5);
  expect(towards).toBeCloseTo(-3 / 60, 5);
});

it('pushes all apart in the core, at any affinity', () => {
  const [one, other] = pushes(0.3, species, [[0, 1, 1]]);
  expect(one).toBeCloseTo(-3 / 60, 5);
  expect(other).toBeCloseTo(3 / 60, 5);
});

it('ends at the reach', () => {
  expect(pushes(2.001, species, [[0, 1, 1]])).toEqual([0, 0]);
  expect(pushes(1.3, { ...species, speciesForce: 0 }, [[0, 1, 1]])).toEqual([0, 0]);
});

it('pushes a flock apart that is too close, with the same force on both sides', () => {
  const [one, other] = pushes(0.2, { particleRadius: 0.05, separation: 1 });
  expect(one).toBeLessThan(-0.01);
  expect(other).toBe(-one);
});

/** Velocities in m/s after one step of two particles of one species, 0.2 m apart; the first flies sideways at 3 m/s. */
function flock(own: Partial<UniverseDocument['parameters']>) {
  const document = defaultDocument();
  Object.assign(document.parameters, { particleCount: 100, particleRadius: 0.05, ...own });
  const world = createWorld(document);
  const { Position, Velocity, Life, Clock } = world.stores;
  Clock.used[0] = 2;
  Life.lifetime.fill(10, 0, 2);
  Position.x[1] = 0.2;
  Velocity.y[0] = 3;
  runAlone(heedNeighbours.buildShared(world));
  return { x: [Velocity.x[0], Velocity.x[1]], y: [Velocity.y[0], Velocity.y[1]] };
}

it('pulls a flock together by cohesion', () => {
  const { x, y } = flock({ cohesion: 2 });
  expect(x[0]).toBeGreaterThan(1e-3);
  expect(x[1]).toBe(-x[0]);
  expect(y).toEqual([3, 0]);
});

it('aligns a flock, and keeps its momentum', () => {
  const { x, y } = flock({ alignment: 2 });
  expect(y[1]).toBeGreaterThan(0.05);
  expect(y[0]).toBeLessThan(2.95);
  expect(y[0] + y[1]).toBeCloseTo(3, 6);
  expect(x).toEqual([0, 0]);
});

it('flocks only with its own species', () => {
  expect(pushes(0.2, { particleRadius: 0.05, cohesion: 2, alignment: 2 })).toEqual([0, 0]);
});

it('gives each of many the forces of a test of all pairs', () => {
  const [count, reach, core] = [1500, 1.2, 0.3];
  const document = defaultDocument();
  Object.assign(document.parameters, { particleCount: count, speciesForce: 6, speciesReach: reach });
  document.affinities = document.affinities.map((_, index) => ((index * 7) % 13) / 6 - 1);
  const world = createWorld(document);
  const { Position, Velocity, Life, Look, Clock } = world.stores;
  const axes = ['x', 'y', 'z'] as const;
  Clock.used[0] = count;
  for (let i = 0; i < count; i++) {
    Life.lifetime[i] = 10;
    Look.species[i] = i % 6;
    // Wider than the periodic grid, so that cells hold particles that are far apart.
    axes.forEach((axis, key) => (Position[axis][i] = (uniformAt(11, i, key) - 0.5) * 24));
  }
  runAlone(heedNeighbours.buildShared(world));
  let meetings = 0;
  for (let i = 0; i < count; i++) {
    const wanted = [0, 0, 0];
    for (let j = 0; j < count; j++) {
      const offset = axes.map((axis) => Position[axis][j] - Position[axis][i]);
      const distance = Math.hypot(...offset);
      if (i === j || distance >= reach) continue;
      const u = distance / reach;
      const affinity = document.affinities[affinityIndex(Look.species[i], Look.species[j])];
      const share = u < core ? u / core - 1 : affinity * (1 - Math.abs(2 * u - 1 - core) / (1 - core));
      offset.forEach((along, axis) => (wanted[axis] += (6 * share * along) / (distance * 60)));
      meetings += 1;
    }
    axes.forEach((axis, at) => expect(Velocity[axis][i], `${axis} of ${i}`).toBeCloseTo(wanted[at], 4));
  }
  expect(meetings).toBeGreaterThan(1000);
});

it('finds neighbours across the planes and rows of the grid as inside them', () => {
  for (const axis of ['x', 'y', 'z'] as const) {
    for (let place = -40; place < 40; place += 0.37) {
      const document = defaultDocument();
      Object.assign(document.parameters, { particleCount: 100, ...species });
      document.affinities[affinityIndex(0, 1)] = 1;
      const world = createWorld(document);
      const { Position, Velocity, Life, Look, Clock } = world.stores;
      Clock.used[0] = 2;
      Life.lifetime.fill(10, 0, 2);
      Position[axis][0] = place;
      Position[axis][1] = place + 1.3;
      Look.species[1] = 1;
      runAlone(heedNeighbours.buildShared(world));
      expect(Velocity[axis][0], `${axis} ${place}`).toBeCloseTo(0.1, 4);
    }
  }
});
