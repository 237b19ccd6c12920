import { expect, it } from 'vitest';
import { uniformAt } from '../../math/generator.ts';
import { defaultDocument } from '../../universe/index.ts';
import { buildBodyTree, openBodies } from '../bodies/body-tree.ts';
import { buildPullAt } from '../bodies/pull.ts';
import { createWorld } from '../create-world.ts';
import { buildParticleKernel, particleSchedule, runAlone } from '../schedule.ts';
import type { UniverseWorld } from '../world.ts';
import { gravitateBodies } from './gravitate-bodies.ts';
import { weighBodies } from './weigh-bodies.ts';

interface Body {
  mass: number;
  place: [number, number, number];
  velocity?: [number, number, number];
}

/** Nothing but bodies, in open space without drag, wind or any other force. */
function space(bodies: readonly Body[]): UniverseWorld {
  const document = { ...defaultDocument(), wells: [] };
  Object.assign(document.parameters, {
    particleCount: Math.max(100, bodies.length),
    particleRadius: 0.01,
    bodyGravity: 1,
    turbulence: 0,
    airResistance: 0,
    bounds: 'open',
  });
  const world = createWorld(document);
  const { Position, Velocity, Life, Body, Clock } = world.stores;
  Clock.used[0] = bodies.length;
  bodies.forEach(({ mass, place, velocity = [0, 0, 0] }, i) => {
    Life.lifetime[i] = 1e6;
    Body.mass[i] = mass;
    [Position.x[i], Position.y[i], Position.z[i]] = place;
    [Velocity.x[i], Velocity.y[i], Velocity.z[i]] = velocity;
  });
  return world;
}

/** Makes a step of the bodies and of their motion. */
function buildOrbit(world: UniverseWorld): () => void {
  const weigh = weighBodies.build(world);
  const gravitate = gravitateBodies.buildShared(world);
  const move = buildParticleKernel(world, particleSchedule);
  return () => {
    world.stores.Clock.tick[0] += 1;
    weigh();
    runAlone(gravitate);
    runAlone(move);
  };
}

function cloud(count: number): Body[] {
  const at = (i: number, key: number) => (uniformAt(7, i, key) * 2 - 1) * 10;
  return Array.from({ length: count }, (_, i) => ({ mass: 0.5 + uniformAt(7, i, 9), place: [at(i, 0), at(i, 1), at(i, 2)] }));
}

function momentumOf({ stores: { Velocity, Body, Clock } }: UniverseWorld): number[] {
  return [Velocity.x, Velocity.y, Velocity.z].map((column) => {
    let sum = 0;
    for (let i = 0; i < Clock.used[0]; i++) sum += column[i] * Body.mass[i];
    return sum;
  });
}

it('closes a Kepler orbit after its period', () => {
  const [mass, distance] = [200, 4];
  const speed = Math.sqrt(mass / distance);
  const world = space([
    { mass, place: [0, 0, 0] },
    { mass: 0.001, place: [distance, 0, 0], velocity: [0, 0, 0.8 * speed] },
  ]);
  // The vis-viva equation gives the axis of the ellipse, Kepler's third law the period.
  const axis = 1 / (2 / distance - (0.8 * speed) ** 2 / mass);
  const period = 2 * Math.PI * Math.sqrt(axis ** 3 / mass);
  const orbit = buildOrbit(world);
  const { x, z } = world.stores.Position;
  let nearest = Infinity;
  let nearestAt = 0;
  const steps = Math.round(period * 60);
  for (let step = 1; step <= steps + 12; step++) {
    orbit();
    const apart = Math.hypot(x[1] - x[0] - distance, z[1] - z[0]);
    if (step > steps / 2 && apart < nearest) {
      nearest = apart;
      nearestAt = step;
    }
  }
  expect(nearest).toBeLessThan(0.02 * distance);
  expect(Math.abs(nearestAt / steps - 1)).toBeLessThan(0.02);
});

it('keeps the energy of two bodies around each other over hundreds of turns', () => {
  const world = space([
    { mass: 50, place: [-1, 0, 0], velocity: [0, 0, -3.5] },
    { mass: 50, place: [1, 0, 0], velocity: [0, 0, 3.5] },
  ]);
  const energy = () => {
    const { Position: p, Velocity: v } = world.stores;
    const apart = Math.hypot(p.x[0] - p.x[1], p.y[0] - p.y[1], p.z[0] - p.z[1]);
    const kinetic = [0, 1].reduce((sum, i) => sum + 25 * (v.x[i] ** 2 + v.y[i] ** 2 + v.z[i] ** 2), 0);
    return kinetic - 2500 / Math.sqrt(apart * apart + 0.0004);
  };
  const orbit = buildOrbit(world);
  const before = energy();
  // A symplectic step lets the energy swing and does not let it drift.
  const seen: number[] = [];
  for (let step = 0; step < 60 * 600; step++) {
    orbit();
    if (step % 60 === 0) seen.push(energy() / before);
  }
  expect(Math.min(...seen)).toBeGreaterThan(0.99);
  expect(Math.max(...seen)).toBeLessThan(1.01);
  expect(Math.abs(seen.at(-1)! - seen[0])).toBeLessThan(0.01);
});

it('keeps the momentum where each pulls each', () => {
  const world = space(cloud(300));
  const orbit = buildOrbit(world);
  for (let step = 0; step < 120; step++) orbit();
  const fastest = Math.max(...world.stores.Velocity.x);
  expect(fastest).toBeGreaterThan(0.5);
  for (const sum of momentumOf(world)) expect(Math.abs(sum)).toBeLessThan(2e-4);
});

it('feels through the tree what each body alone would do, to one in a hundred', () => {
  const world = space(cloud(3000));
  const bodies = openBodies(world);
  weighBodies.build(world)();
  buildBodyTree(bodies)(3000);
  const through = buildPullAt(bodies)(3000, 1e-4);
  const errors: number[] = [];
  const pull = new Float64Array(3);
  for (let body = 0; body < 3000; body += 13) {
    through(bodies.x[body], bodies.y[body], bodies.z[body], body, pull);
    let exact = [0, 0, 0];
    for (let other = 0; other < 3000; other++) {
      if (other === body) continue;
      const offset = [bodies.x, bodies.y, bodies.z].map((column) => column[other] - column[body]);
      const square = offset[0] ** 2 + offset[1] ** 2 + offset[2] ** 2 + 1e-4;
      exact = exact.map((sum, axis) => sum + (bodies.mass[other] * offset[axis]) / square ** 1.5);
    }
    const difference = Math.hypot(...exact.map((value, axis) => value - pull[axis]));
    errors.push(difference / Math.hypot(...exact));
  }
  errors.sort((a, b) => a - b);
  expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.01);
  expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThan(0.05);
});

it('finds every body in the tree once, also where many lie in one place', () => {
  const heap = Array.from({ length: 500 }, (): Body => ({ mass: 1, place: [3, 3, 3] }));
  const world = space([...cloud(1500), ...heap]);
  const bodies = openBodies(world);
  weighBodies.build(world)();
  expect(world.stores.Bodies.count[0]).toBe(2000);
  expect([...bodies.order.subarray(0, 2000)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2000 }, (_, i) => i));
  expect(bodies.nodeMass[0]).toBeCloseTo(
    bodies.mass.subarray(0, 2000).reduce((sum, mass) => sum + mass, 0),
    6,
  );
  const orbit = buildOrbit(world);
  for (let step = 0; step < 10; step++) orbit();
  expect(world.stores.Velocity.x.every(Number.isFinite)).toBe(true);
});

it('draws what is light as well, and is not moved by it', () => {
  const world = space([
    { mass: 100, place: [0, 0, 0] },
    { mass: 0, place: [5, 0, 0] },
  ]);
  buildOrbit(world)();
  expect(world.stores.Velocity.x[1]).toBeCloseTo(-100 / 25 / 60, 4);
  expect(world.stores.Velocity.x[0]).toBe(0);
});
