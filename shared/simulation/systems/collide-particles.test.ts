import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWorld } from '../create-world.ts';
import { runAlone } from '../schedule.ts';
import { defaultDocument } from '../../universe/index.ts';
import { uniformAt } from '../../math/generator.ts';
import { collideParticles } from './collide-particles.ts';
import type { UniverseWorld } from '../world.ts';

const radius = 0.2;
const dt = 1 / 60;

/** Creates `count` spheres of radius 0.2 m that move in a cube. */
function gas(count: number, seed: number, elastic: boolean): UniverseWorld {
  const document = defaultDocument();
  Object.assign(document.parameters, { particleCount: Math.max(100, count), collisions: true, particleRadius: radius });
  Object.assign(
    document.parameters,
    elastic ? { restitution: 1, collisionDamping: 0, friction: 0 } : { restitution: 0.5, collisionDamping: 0.2 },
  );
  const world = createWorld(document);
  const { Position, Velocity, Life, Clock } = world.stores;
  Clock.used[0] = count;
  for (let i = 0; i < count; i++) {
    Life.lifetime[i] = 1000;
    (['x', 'y', 'z'] as const).forEach((axis, key) => {
      Position[axis][i] = uniformAt(seed, i, key) * 8 - 4;
      Velocity[axis][i] = uniformAt(seed, i, key + 3) * 6 - 3;
    });
  }
  return world;
}

function totals({ stores: { Velocity: v, Clock } }: UniverseWorld) {
  const sum = { energy: 0, x: 0, y: 0, z: 0 };
  for (let i = 0; i < Clock.used[0]; i++) {
    sum.energy += 0.5 * (v.x[i] ** 2 + v.y[i] ** 2 + v.z[i] ** 2);
    sum.x += v.x[i];
    sum.y += v.y[i];
    sum.z += v.z[i];
  }
  return sum;
}

/** Moves the spheres and lets them collide; returns the number of collisions. */
function collideFor(world: UniverseWorld, steps: number): number {
  const kernel = collideParticles.buildShared(world);
  const { Position: p, Velocity: v, Clock } = world.stores;
  for (let step = 1; step <= steps; step++) {
    Clock.tick[0] = step;
    for (let i = 0; i < Clock.used[0]; i++) {
      p.x[i] += v.x[i] * dt;
      p.y[i] += v.y[i] * dt;
      p.z[i] += v.z[i] * dt;
    }
    runAlone(kernel);
  }
  return world.contacts.collisions;
}

it('keeps energy and momentum in elastic collisions, to the rounding of 32 bits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (seed) => {
      const world = gas(600, seed, true);
      const before = totals(world);
      expect(collideFor(world, 120)).toBeGreaterThan(100);
      const after = totals(world);
      expect(Math.abs(after.energy / before.energy - 1)).toBeLessThan(1e-7);
      for (const axis of ['x', 'y', 'z'] as const) expect(Math.abs(after[axis] - before[axis])).toBeLessThan(5e-5);
    }),
    { numRuns: 10 },
  );
});

it('loses energy and keeps momentum when collisions are damped', () => {
  const world = gas(600, 3, false);
  const before = totals(world);
  collideFor(world, 120);
  const after = totals(world);
  expect(after.energy).toBeLessThan(0.9 * before.energy);
  for (const axis of ['x', 'y', 'z'] as const) expect(Math.abs(after[axis] - before[axis])).toBeLessThan(5e-5);
});

it('exchanges the velocities of two equal spheres that meet head on', () => {
  const world = gas(2, 1, true);
  const { Position: p, Velocity: v } = world.stores;
  for (const column of [p.x, p.y, p.z, v.x, v.y, v.z]) column.fill(0);
  p.x[0] = -0.19;
  p.x[1] = 0.19;
  v.x[0] = 2;
  v.y[0] = 1;
  v.x[1] = -1;
  runAlone(collideParticles.buildShared(world));
  expect([v.x[0], v.y[0], v.x[1], v.y[1]]).toEqual([-1, 1, 2, 0]);
});

it('moves overlapping spheres apart, and keeps the middle between them', () => {
  const world = gas(2, 1, true);
  const { Position: p, Velocity: v } = world.stores;
  for (const column of [p.x, p.y, p.z, v.x, v.y, v.z]) column.fill(0);
  p.x[1] = 0.1;
  const kernel = collideParticles.buildShared(world);
  for (let step = 0; step < 40; step++) runAlone(kernel);
  expect(p.x[1] - p.x[0]).toBeCloseTo(2 * radius, 4);
  expect(p.x[1] + p.x[0]).toBeCloseTo(0.1, 5);
});
