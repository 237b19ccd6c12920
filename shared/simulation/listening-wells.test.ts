import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenNumber } from '../../tests/support/arbitraries.ts';
import { defaultParameters, fieldDefaults, type ParameterValues } from '../parameters/index.ts';
import { defaultDocument, type UniverseDocument, type Well, wellFields } from '../universe/index.ts';
import { beginAgain } from './begin-again.ts';
import { createWorld } from './create-world.ts';
import { buildParticleKernel, runAlone } from './schedule.ts';
import { createSimulation } from './simulation.ts';
import { attractToWells } from './systems/attract-to-wells.ts';
import { sparkleInWells } from './systems/sparkle-in-wells.ts';
import { ticksPerSecond } from './world.ts';

const well = (values: Partial<Well>): Well => ({ ...fieldDefaults(wellFields), id: 'well', softening: 0, listening: 1, ...values });

function documentOf(wells: Well[], values: Partial<ParameterValues> = {}): UniverseDocument {
  const parameters = { ...defaultParameters, particleCount: 1000, fieldRadius: 10, fieldStrength: 1, ...values };
  return { ...defaultDocument(), parameters, wells };
}

/** Creates a world with the given bands, and with particles at rest at these positions, x in m. */
function worldOf(document: UniverseDocument, heard: { bass?: number; middle?: number; high?: number }, places: readonly number[]) {
  const world = createWorld(document);
  beginAgain(world);
  const { Position, Life, Clock, Modulation } = world.stores;
  places.forEach((x, slot) => {
    Position.x[slot] = x;
    Life.lifetime[slot] = 100;
  });
  Clock.used[0] = places.length;
  Modulation.bass[0] = heard.bass ?? 0;
  Modulation.middle[0] = heard.middle ?? 0;
  Modulation.high[0] = heard.high ?? 0;
  return world;
}

describe('a listening well', () => {
  /** Speed in m/s that one step gives a particle `x` metres from the well. */
  const pullAt = (x: number, values: Partial<Well>, heard: { bass?: number; middle?: number }, energy = 0) => {
    const world = worldOf(documentOf([well({ falloff: 'linear', kind: 'radial', strength: 12, ...values })]), heard, [x]);
    world.stores.Senses.kineticEnergy[0] = energy;
    runAlone(buildParticleKernel(world, [attractToWells]));
    return Math.abs(world.stores.Velocity.x[0]);
  };

  it('reaches further with the bass, up to 1.8 times', () => {
    expect(pullAt(12, {}, {})).toBe(0);
    expect(pullAt(12, {}, { bass: 1 })).toBeGreaterThan(0.05);
    expect(pullAt(17.9, {}, { bass: 1 })).toBeGreaterThan(0);
    expect(pullAt(18.1, {}, { bass: 1 })).toBe(0);
    expect(pullAt(12, { listening: 0 }, { bass: 1 })).toBe(0);
  });

  it('pulls harder with the middle, up to twice', () => {
    const rest = pullAt(5, {}, {});
    expect(pullAt(5, {}, { middle: 1 })).toBeCloseTo(2 * rest, 6);
    expect(pullAt(5, { listening: 0.5 }, { middle: 1 })).toBeCloseTo(1.5 * rest, 6);
    expect(pullAt(5, { listening: 0 }, { middle: 1, bass: 1 })).toBe(rest);
  });

  it('does so for every kind', () => {
    for (const kind of ['directional', 'vortex'] as const) {
      const speedAt = (middle: number) => {
        const world = worldOf(documentOf([well({ kind, falloff: 'inverse', strength: 12 })]), { middle }, [5]);
        runAlone(buildParticleKernel(world, [attractToWells]));
        const { x, y, z } = world.stores.Velocity;
        return Math.hypot(x[0], y[0], z[0]);
      };
      expect(speedAt(1)).toBeCloseTo(2 * speedAt(0), 6);
    }
  });

  it('pulls like any other well when particles are fast', () => {
    const wild = 0.5 * defaultParameters.particleMass * defaultParameters.density * 31 ** 2;
    expect(pullAt(5, {}, { middle: 1, bass: 1 }, wild)).toBe(pullAt(5, {}, {}));
  });
});

describe('the sparkle of a listening well', () => {
  /** One particle in ten is near the well. */
  const places = Array.from({ length: 1000 }, (_, slot) => (slot % 10 === 0 ? 3 : 50));
  const lit = (values: Partial<Well>, high: number, parameters: Partial<ParameterValues> = { bounceFlash: 1 }, steps = 60) => {
    const world = worldOf(documentOf([well(values)], parameters), { high }, places);
    const run = sparkleInWells.build(world);
    for (let step = 0; step < steps; step++) {
      world.stores.Clock.tick[0] += 1;
      run();
    }
    const flashes = [...world.stores.Look.flash.subarray(0, places.length)];
    return flashes.flatMap((flash, slot) => (flash > 0 ? [{ slot, flash }] : []));
  };

  it('lights up some particles within its reach and none beyond', () => {
    const glints = lit({}, 1);
    expect(glints.length).toBeGreaterThan(15);
    expect(glints.length).toBeLessThan(100);
    expect(glints.every(({ slot, flash }) => slot % 10 === 0 && flash > 0.3 && flash <= 1)).toBe(true);
    expect(lit({ x: 500 }, 1)).toEqual([]);
  });

  it('grows with the high band and with listening, and lights up few particles in a step', () => {
    expect(lit({}, 1).length).toBeGreaterThan(1.3 * lit({}, 0.3).length);
    expect(lit({}, 1).length).toBeGreaterThan(1.3 * lit({ listening: 0.3 }, 1).length);
    expect(lit({}, 0)).toEqual([]);
    expect(lit({ listening: 0 }, 1)).toEqual([]);
    expect(lit({}, 1, { bounceFlash: 0 })).toEqual([]);
    expect(lit({}, 1, { bounceFlash: 1 }, 1).length).toBeLessThan(8);
    expect(lit({}, 1, { bounceFlash: 0.25 }).every(({ flash }) => flash <= 0.25)).toBe(true);
  });

  it('is deterministic', () => {
    expect(lit({}, 1)).toEqual(lit({}, 1));
  });
});

/** Mean kinetic energies, per kg, of a universe whose particles are all born in its first second and never die, at the end of each second. */
function energies(wells: readonly Well[], listening: number, seconds: number, values: Partial<ParameterValues>): number[] {
  const count = 120;
  const document = documentOf(
    wells.map((each) => ({ ...each, listening })),
    {
      particleCount: count,
      emissionRate: count,
      particleLifetime: 120,
      lifetimeVariation: 0,
      particleSpeed: 3,
      spread: 180,
      gravity: 0,
      turbulence: 0,
      soundToMotion: 0,
      boundsSize: 20,
      // Short notes from the beginning: the bands pulse.
      form: 0,
      attack: 0.001,
      decay: 0.1,
      sustain: 0.2,
      release: 0.05,
      noteDensity: 3,
      rhythmComplexity: 0.8,
      chordLevel: -60,
      leadLevel: 0,
      bassLevel: 0,
      drumLevel: 0,
      ...values,
    },
  );
  const simulation = createSimulation(document);
  const found: number[] = [];
  for (let tick = 1; tick <= seconds * ticksPerSecond; tick++) {
    const born = tick === ticksPerSecond;
    simulation.step(born ? [{ sequence: 1, tick, edit: { kind: 'parameters.set', values: { emissionRate: 0 } } }] : []);
    const { particleMass, density } = document.parameters;
    if (tick % ticksPerSecond === 0) found.push(simulation.world.stores.Senses.kineticEnergy[0] / (particleMass * density));
  }
  return found;
}

/** Speed in m/s from which wells are deaf, and the energy at that speed, in J/kg. */
const wildSpeed = 30;
const wildEnergy = wildSpeed ** 2 / 2;

describe('the energy that listening wells add is bounded', () => {
  it('for any wells, without braking: by the energy that deaf wells give to slow or fast particles', () => {
    const wells = fc.array(
      fc.record({
        kind: fc.constantFrom('radial' as const, 'directional' as const, 'vortex' as const),
        falloff: fc.constantFrom('linear' as const, 'inverse' as const, 'inverse-square' as const),
        strength: fc.integer({ min: -60, max: 60 }),
        radius: evenNumber(0.2, 2),
        x: fc.integer({ min: -10, max: 10 }),
        orbit: fc.constantFrom(0, 0.5),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const world = fc.record({
      airResistance: fc.constantFrom(0, 0.05),
      restitution: fc.constantFrom(1, 0.8),
      friction: fc.constant(0),
      particleMass: fc.constantFrom(0.1, 1, 5),
    });
    fc.assert(
      fc.property(wells, world, (list, values) => {
        const placed = list.map((values, index) => well({ id: `w${index}`, softening: 0.35, ...values }));
        // Until particles are fast, the wells pull with up to twice the strength; then they are deaf, and act as they do on fast particles.
        const calm = Math.max(...energies(placed, 0, 60, values));
        const wild = Math.max(...energies(placed, 0, 60, { ...values, particleSpeed: wildSpeed }));
        const most = 2 * Math.max(calm, wild) + wildEnergy;
        for (const energy of energies(placed, 1, 60, values)) expect(energy).toBeLessThan(most);
      }),
      { numRuns: 24 },
    );
  });

  it('for two minutes in a vortex that accelerates particles all the time', () => {
    const whirl = [well({ kind: 'vortex', falloff: 'linear', strength: 5, softening: 0.35 })];
    const still = { airResistance: 0, restitution: 1, friction: 0 };
    const deaf = Math.max(...energies(whirl, 0, 120, still));
    const heard = Math.max(...energies(whirl, 1, 120, still));
    // They do add energy,
    expect(energies(whirl, 1, 20, still).at(-1)).toBeGreaterThan(1.3 * energies(whirl, 0, 20, still).at(-1)!);
    // and no more than makes them deaf.
    expect(heard).toBeLessThan(deaf + wildEnergy);
  });
});
