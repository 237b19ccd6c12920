import { expect, it } from 'vitest';
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

it('draws a species to the one that it likes, most of all in the middle of its reach, and not the other way round', () => {
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

it('keeps all apart in the core, whatever they feel', () => {
  const [one, other] = pushes(0.3, species, [[0, 1, 1]]);
  expect(one).toBeCloseTo(-3 / 60, 5);
  expect(other).toBeCloseTo(3 / 60, 5);
});

it('ends at the reach', () => {
  expect(pushes(2.001, species, [[0, 1, 1]])).toEqual([0, 0]);
  expect(pushes(1.3, { ...species, speciesForce: 0 }, [[0, 1, 1]])).toEqual([0, 0]);
});

it('pushes a flock that is too close apart, with the same force on both sides', () => {
  const [one, other] = pushes(0.2, { particleRadius: 0.05, separation: 1 });
  expect(one).toBeLessThan(-0.01);
  expect(other).toBe(-one);
});

it('meets across the planes and rows of the grid as inside them', () => {
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
