import { describe, expect, it } from 'vitest';
import { uniformAt } from '../../math/generator.ts';
import { defaultDocument, type Edit, type LoggedEdit } from '../../universe/index.ts';
import { buildBodyTree, openBodies } from '../bodies/body-tree.ts';
import { buildPullAt, buildSources } from '../bodies/pull.ts';
import { createWorld } from '../create-world.ts';
import { buildParticleKernel, particleSchedule, runAlone } from '../schedule.ts';
import { restoreSimulation } from '../restore-simulation.ts';
import { createSimulation } from '../simulation.ts';
import type { UniverseWorld } from '../world.ts';
import { gravitateBodies } from './gravitate-bodies.ts';
import { weighBodies } from './weigh-bodies.ts';

interface Body {
  mass: number;
  place: [number, number, number];
  velocity?: [number, number, number];
}

/** Creates a world with only these bodies, in open space without drag, turbulence or any other force. */
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
  const { Position, Velocity, Life, Body, Bodies, Clock } = world.stores;
  Clock.used[0] = bodies.length;
  // As after the previous step.
  Bodies.count[0] = bodies.filter(({ mass }) => mass > 0).length;
  bodies.forEach(({ mass, place, velocity = [0, 0, 0] }, i) => {
    Life.lifetime[i] = 1e6;
    Body.mass[i] = mass;
    [Position.x[i], Position.y[i], Position.z[i]] = place;
    [Velocity.x[i], Velocity.y[i], Velocity.z[i]] = velocity;
  });
  return world;
}

/** Builds a step of the bodies and of their motion. */
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

it('keeps the energy of two orbiting bodies over hundreds of orbits', () => {
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
  // With a symplectic step the energy oscillates and does not drift.
  const seen: number[] = [];
  for (let step = 0; step < 60 * 600; step++) {
    orbit();
    if (step % 60 === 0) seen.push(energy() / before);
  }
  expect(Math.min(...seen)).toBeGreaterThan(0.99);
  expect(Math.max(...seen)).toBeLessThan(1.01);
  expect(Math.abs(seen.at(-1)! - seen[0])).toBeLessThan(0.01);
});

it('keeps the momentum when all bodies pull each other', () => {
  const world = space(cloud(300));
  const orbit = buildOrbit(world);
  for (let step = 0; step < 120; step++) orbit();
  const fastest = Math.max(...world.stores.Velocity.x);
  expect(fastest).toBeGreaterThan(0.5);
  for (const sum of momentumOf(world)) expect(Math.abs(sum)).toBeLessThan(2e-4);
});

it('gives the same pull by the tree as by single bodies, to one in a hundred', () => {
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

it('has every body in the tree once, also when many are in one place', () => {
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

it('pulls light particles as well, and is not moved by them', () => {
  const world = space([
    { mass: 100, place: [0, 0, 0] },
    { mass: 0, place: [5, 0, 0] },
  ]);
  buildOrbit(world)();
  expect(world.stores.Velocity.x[1]).toBeCloseTo(-100 / 25 / 60, 4);
  expect(world.stores.Velocity.x[0]).toBe(0);
});

describe('the pull on light particles', () => {
  const [mass, distance, steps] = [10, 10, 12];
  const crowd = () => {
    const document = { ...defaultDocument(), wells: [] };
    Object.assign(document.parameters, { particleCount: 1_000_000, bodyGravity: 1, particleRadius: 0.01 });
    const world = createWorld(document);
    world.stores.Bodies.count[0] = 1;
    world.stores.Life.lifetime.fill(1e6);
    world.stores.Position.x.fill(distance, 1);
    world.stores.Body.mass[0] = mass;
    return world;
  };

  it('is as strong on a million of them as on a few', () => {
    const world = crowd();
    const { Velocity, Clock } = world.stores;
    const weigh = weighBodies.build(world);
    const gravitate = gravitateBodies.buildShared(world);
    for (const count of [30_000, 140_000, 500_000, 1_000_000]) {
      Clock.used[0] = count;
      Velocity.x.fill(0);
      // Twelve steps hold a whole number of rounds of one, two, three or four turns.
      for (let step = 0; step < steps; step++) {
        Clock.tick[0] += 1;
        weigh();
        runAlone(gravitate);
      }
      // No particle is left out, and none is moved too often.
      const wanted = (-mass / distance ** 2) * (steps / 60);
      const light = Velocity.x.subarray(1, count);
      const [least, most] = light.reduce(([low, high], speed) => [Math.min(low, speed / wanted), Math.max(high, speed / wanted)], [1, 1]);
      expect(least, `least of ${count}`).toBeGreaterThan(0.95);
      expect(most, `most of ${count}`).toBeLessThan(1.05);
    }
  });

  /** Mean pull towards the middle over positions on a sphere of `distance`, through `most` cells, as a share of the pull of all bodies. */
  const meanPull = (bodies: readonly Body[], most: number, distance: number) => {
    const world = space(bodies);
    weighBodies.build(world)();
    const sources = buildSources(openBodies(world))(bodies.length, most);
    expect(sources.count).toBeLessThanOrEqual(most);
    let [felt, exact] = [0, 0];
    for (let at = 0; at < 400; at++) {
      const height = 2 * uniformAt(3, at, 0) - 1;
      const angle = 2 * Math.PI * uniformAt(3, at, 1);
      const flat = Math.sqrt(1 - height * height);
      const place = [flat * Math.cos(angle), height, flat * Math.sin(angle)].map((along) => along * distance);
      const towards = (mass: number, from: readonly number[], ball: number) => {
        const offset = from.map((along, axis) => along - place[axis]);
        const square = Math.max(Math.hypot(...offset) ** 2 + 0.0004, ball);
        return (-mass * offset.reduce((sum, along, axis) => sum + along * place[axis], 0)) / (distance * square ** 1.5);
      };
      for (let i = 0; i < sources.count; i++) {
        felt += towards(sources.mass[i], [sources.x[i], sources.y[i], sources.z[i]], sources.ball[i]);
      }
      for (const { mass, place } of bodies) exact += towards(mass, place, 0);
    }
    return felt / exact;
  };

  it.each([8, 16])('equals in the mean that of all bodies, through %i cells of the tree', (most) => {
    for (const distance of [6, 9, 20, 60]) {
      expect(Math.abs(meanPull(cloud(3000), most, distance) - 1), `${distance} m`).toBeLessThan(0.05);
    }
  });

  it('equals that of each body when they are few', () => {
    expect(meanPull(cloud(8), 8, 15)).toBeCloseTo(1, 6);
  });
});

describe('weighing', () => {
  const document = defaultDocument();
  const heavy = { ...document.emitters[0], id: 'heavy', mass: 3, pulse: 0 };
  Object.assign(document.parameters, { particleCount: 2000, emissionRate: 600, particleLifetime: 2, lifetimeVariation: 0 });
  const edit = (tick: number, change: Edit): LoggedEdit => ({ sequence: tick, tick, edit: change });
  const lighten = edit(40, { kind: 'emitter.set', id: 'heavy', values: { mass: 0 } });

  it('finds heavy particles after the last heavy birth, until all are gone', () => {
    const simulation = createSimulation({ ...document, emitters: [heavy] });
    const counts: number[] = [];
    for (let tick = 1; tick <= 180; tick++) {
      simulation.step(tick === 40 ? [lighten] : []);
      counts.push(simulation.world.stores.Bodies.count[0]);
    }
    expect(counts[38]).toBeGreaterThan(300);
    expect(counts[60]).toBe(counts[38]);
    expect(counts[179]).toBe(0);
  });

  it('finds heavy particles when they start to pull long after their birth, from a snapshot as well', () => {
    const silent = { ...document, emitters: [heavy], parameters: { ...document.parameters, bodyGravity: 0, particleLifetime: 60 } };
    const whole = createSimulation(silent);
    for (let tick = 1; tick < 100; tick++) whole.step(tick === 40 ? [lighten] : []);
    const restored = restoreSimulation(whole.snapshot());
    for (const simulation of [whole, restored]) {
      simulation.step([edit(100, { kind: 'parameters.set', values: { bodyGravity: 20 } })]);
      expect(simulation.world.stores.Bodies.count[0]).toBeGreaterThan(300);
    }
    expect(restored.hash()).toBe(whole.hash());
  });

  it('searches nothing when no emitter is heavy', () => {
    const world = space([{ mass: 0, place: [0, 0, 0] }]);
    // A mass that no emitter can have given is not searched for.
    world.stores.Body.mass[0] = 5;
    weighBodies.build(world)();
    expect(world.stores.Bodies.count[0]).toBe(0);
  });
});
