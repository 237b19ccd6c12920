import { describe, expect, it } from 'vitest';
import { defaultDocument, type UniverseDocument, type Well } from '../../universe/index.ts';
import { createWorld } from '../create-world.ts';
import { syncEntities } from '../entities.ts';
import { buildParticleKernel, particleSchedule, runAlone } from '../schedule.ts';
import type { ParticleSystem, UniverseWorld } from '../world.ts';
import { applyGravity } from './apply-gravity.ts';
import { attractToWells } from './attract-to-wells.ts';

const second = 1 / 60;

/** Creates a world with one resting particle at x, y, z, moved only by the given parameters and wells. */
function lone(own: Partial<UniverseDocument['parameters']>, wells: Partial<Well>[] = [], place = [0, 0, 0]): UniverseWorld {
  const document = defaultDocument();
  const [well] = document.wells;
  document.wells = wells.map((values, index) => ({ ...well, id: `w${index}`, ...values }));
  Object.assign(document.parameters, { particleCount: 100, gravity: 0, turbulence: 0, airResistance: 0, bounds: 'open', ...own });
  const world = createWorld(document);
  syncEntities(world);
  const { Position, Life, Clock, Modulation } = world.stores;
  Clock.used[0] = 1;
  Life.lifetime[0] = 1e6;
  Modulation.gravity[0] = document.parameters.gravity;
  [Position.x[0], Position.y[0], Position.z[0]] = place;
  return world;
}

function velocityOf({ stores: { Velocity } }: UniverseWorld): number[] {
  return [Velocity.x[0], Velocity.y[0], Velocity.z[0]];
}

/** Acceleration in m/s² by a system. */
function accelerationBy(system: ParticleSystem, world: UniverseWorld): number[] {
  runAlone(buildParticleKernel(world, [system]));
  return velocityOf(world).map((value) => value / second);
}

function expectClose(values: number[], wanted: number[]): void {
  values.forEach((value, axis) => expect(value, `axis ${axis} of ${values.join()}`).toBeCloseTo(wanted[axis], 3));
}

describe('uniform gravity', () => {
  it('pulls down by default, else along azimuth and elevation', () => {
    expectClose(accelerationBy(applyGravity, lone({ gravity: 9 })), [0, -9, 0]);
    expectClose(accelerationBy(applyGravity, lone({ gravity: 9, gravityElevation: 0, gravityAzimuth: 90 })), [0, 0, 9]);
    expectClose(accelerationBy(applyGravity, lone({ gravity: 4, gravityElevation: 90 })), [0, 4, 0]);
  });
  it('adds a pull towards the origin, or a push away from it', () => {
    expectClose(accelerationBy(applyGravity, lone({ centralPull: 3 }, [], [4, 0, 0])), [-3, 0, 0]);
    expectClose(accelerationBy(applyGravity, lone({ centralPull: -3 }, [], [0, 4, 0])), [0, 3, 0]);
  });
});

describe('wells', () => {
  const [strength, fieldRadius, distance] = [12, 8, 5];
  const u = distance / fieldRadius;
  const shares = { linear: 1 - u, inverse: 1 / (4 * u + 1), 'inverse-square': 1 / (16 * u * u + 1) };
  for (const [falloff, share] of Object.entries(shares) as ['linear' | 'inverse' | 'inverse-square', number][]) {
    const at = (well: Partial<Well>) =>
      accelerationBy(attractToWells, lone({ fieldRadius }, [{ strength, falloff, softening: 0, ...well }], [distance, 0, 0]));
    it(`pull, push and swirl with ${falloff} falloff`, () => {
      expectClose(at({ kind: 'radial' }), [-strength * share, 0, 0]);
      expectClose(at({ kind: 'directional', axisX: 0, axisY: 0, axisZ: 2 }), [0, 0, strength * share]);
      // Around the vertical axis: y × x = −z.
      expectClose(at({ kind: 'vortex' }), [0, 0, -strength * share]);
    });
  }
  it('are softened near their centre, each by its own softening', () => {
    const pull = (softening: number) =>
      Math.abs(accelerationBy(attractToWells, lone({ fieldRadius }, [{ strength, falloff: 'linear', softening }], [0.1, 0, 0]))[0]);
    expect(pull(0)).toBeCloseTo(strength * (1 - 0.1 / fieldRadius), 2);
    expect(pull(1)).toBeLessThan(0.11 * strength);
    expect(accelerationBy(attractToWells, lone({ fieldRadius }, [{ strength, softening: 0 }]))).toEqual([0, 0, 0]);
  });
  it('reach no further than their radius with linear falloff', () => {
    expectClose(accelerationBy(attractToWells, lone({ fieldRadius: 2 }, [{ falloff: 'linear' }], [2.5, 0, 0])), [0, 0, 0]);
  });
});

describe('more wells than may act on all particles in one step', () => {
  const [slots, wellCount] = [300_000, 15];
  const place = (slot: number) => ((slot * 7919) % 1000) / 40 - 12.5;
  const kinds = ['radial', 'directional', 'vortex'] as const;
  const wells = Array.from({ length: wellCount }, (_, i): Partial<Well> => ({ x: i - 7, z: i % 4, kind: kinds[i % 3], strength: 2 + i }));
  const axes = ['x', 'y', 'z'] as const;
  /** Velocities after some steps without motion, so that every step gives the same; the work is shared by `members` threads. */
  const push = (particleCount: number, steps: number, members: number) => {
    const world = lone({ particleCount }, wells);
    const { Position, Velocity, Life, Clock } = world.stores;
    Clock.used[0] = particleCount;
    Life.lifetime.fill(10);
    for (let i = 0; i < particleCount; i++) Position.x[i] = place(i);
    const kernel = buildParticleKernel(world, [attractToWells]);
    for (let step = 0; step < steps; step++) {
      Clock.tick[0] = 17 + step;
      kernel.begin();
      for (let member = members - 1; member >= 0; member--) kernel.phases[0](member, members);
    }
    return Velocity;
  };

  it('act in turns, each for as long as it waited', () => {
    const [few, many] = [push(1000, 2, 1), push(slots, 2, 1)];
    const half = push(slots, 1, 1);
    let unmoved = 0;
    for (let i = 0; i < slots; i++) if (half.x[i] === 0) unmoved += 1;
    // In every step some wells act on each particle.
    expect(unmoved).toBeLessThan(slots / 100);
    // Positions repeat after a thousand slots.
    for (let i = 0; i < slots; i += 997) {
      for (const axis of axes) expect(many[axis][i], `${axis} of ${i}`).toBeCloseTo(few[axis][i % 1000], 4);
    }
    expect(axes.some((axis) => Math.abs(half[axis][500] - few[axis][500] / 2) > 1e-3)).toBe(true);
  });

  it('take the same turns with any number of threads', () => {
    const [alone, together] = [push(slots, 1, 1), push(slots, 1, 5)];
    for (const axis of axes) expect(Buffer.from(together[axis].buffer).equals(Buffer.from(alone[axis].buffer)), axis).toBe(true);
  });
});

describe('motion', () => {
  /** Moves the particle for some seconds. */
  const move = (world: UniverseWorld, seconds: number) => {
    const kernel = buildParticleKernel(world, particleSchedule);
    for (let step = 0; step < seconds * 60; step++) runAlone(kernel);
  };
  it('slows down exponentially by drag, heavier particles less', () => {
    for (const [particleMass, density] of [
      [1, 1],
      [4, 0.5],
    ]) {
      const world = lone({ airResistance: 0.6, particleMass, density });
      world.stores.Velocity.x[0] = 8;
      move(world, 2);
      expect(world.stores.Velocity.x[0]).toBeCloseTo(8 * Math.exp((-0.6 * 2) / (particleMass * density)), 4);
    }
  });
  it('falls by half of gravity times the square of the time', () => {
    const world = lone({ gravity: 10 });
    move(world, 3);
    // The Euler step adds half of its own length to the exact parabola.
    expect(world.stores.Position.y[0]).toBeCloseTo(-45 - 10 * 3 * second * 0.5, 2);
  });
  it('keeps its speed in an elastic box, an elastic sphere and a torus, and stays inside', () => {
    for (const bounds of ['box', 'sphere', 'torus'] as const) {
      const world = lone({ bounds, boundsSize: 3, restitution: 1, friction: 0 }, [], [1, 0.5, 0]);
      const { Position, Velocity } = world.stores;
      [Velocity.x[0], Velocity.y[0], Velocity.z[0]] = [7, -4, 5];
      move(world, 20);
      expect(Math.hypot(...velocityOf(world)), bounds).toBeCloseTo(Math.hypot(7, 4, 5), 3);
      const far =
        bounds === 'sphere'
          ? Math.hypot(Position.x[0], Position.y[0], Position.z[0])
          : Math.max(Math.abs(Position.x[0]), Math.abs(Position.y[0]), Math.abs(Position.z[0]));
      expect(far, bounds).toBeLessThanOrEqual(3.001);
    }
  });
  it('loses no particle in a torus', () => {
    const document = defaultDocument();
    Object.assign(document.parameters, { particleCount: 500, bounds: 'torus', boundsSize: 2, timeScale: 10 });
    const world = createWorld(document);
    syncEntities(world);
    const { Life, Velocity, Clock } = world.stores;
    Clock.used[0] = 500;
    Life.lifetime.fill(1e6);
    Velocity.x.forEach((_, i) => (Velocity.x[i] = i - 250));
    move(world, 5);
    expect([...Life.lifetime].filter((lifetime) => lifetime > 0)).toHaveLength(500);
  });
  it('is faster by the time scale', () => {
    const world = lone({ timeScale: 4 });
    world.stores.Velocity.x[0] = 1;
    move(world, 1);
    expect(world.stores.Position.x[0]).toBeCloseTo(4, 4);
  });
});
