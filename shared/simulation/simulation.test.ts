import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary, editArbitrary } from '../../tests/support/arbitraries.ts';
import { manifoldDocument } from '../../tests/support/manifold.ts';
import { faultsOfState } from '../../tests/support/state-faults.ts';
import { defaultDocument, type Edit, type LoggedEdit, type UniverseDocument } from '../universe/index.ts';
import { columnsOf } from './columns.ts';
import { restoreSimulation } from './restore-simulation.ts';
import { createSimulation, type Simulation } from './simulation.ts';

const editsArbitrary = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), editArbitrary), { maxLength: 10 });

/** Returns random edits as a log; pools stay small. */
function logOf(edits: readonly (readonly [number, Edit])[]): LoggedEdit[] {
  return edits
    .map(([tick, edit], index) => ({ sequence: index + 1, tick, edit }))
    .sort((a, b) => a.tick - b.tick || a.sequence - b.sequence);
}

function runTo(simulation: Simulation, tick: number, log: readonly LoggedEdit[]): Simulation {
  while (simulation.tick < tick) {
    const next = simulation.tick + 1;
    simulation.step(log.filter((entry) => entry.tick === next));
  }
  return simulation;
}

function small(): UniverseDocument {
  const document = defaultDocument();
  document.parameters.particleCount = 1000;
  return document;
}

it('continues from a snapshot exactly as without it', () => {
  fc.assert(
    fc.property(documentArbitrary, editsArbitrary, fc.integer({ min: 0, max: 90 }), (document, edits, split) => {
      const log = logOf(edits);
      const whole = runTo(createSimulation(document), 100, log);
      const restored = restoreSimulation(runTo(createSimulation(document), split, log).snapshot());
      expect(restored.tick).toBe(split);
      runTo(restored, 100, log);
      expect(restored.hash()).toBe(whole.hash());
      expect(Buffer.from(restored.snapshot()).equals(Buffer.from(whole.snapshot()))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('continues from snapshots of snapshots of a universe that uses every system, with edits pending', () => {
  const smaller: Edit = { kind: 'parameters.set', values: { particleCount: 9000 } };
  const larger: Edit = { kind: 'parameters.set', values: { particleCount: 15_000, speciesReach: 2 } };
  const log = logOf([
    [3, { kind: 'affinities.set', cells: [{ of: 1, towards: 2, value: -0.5 }] }],
    [6, { kind: 'emitter.set', id: 'image', values: { mask: 'f0'.repeat(128), mass: 2 } }],
    [10, smaller],
    [10, { kind: 'well.set', id: 'well-1', values: { softening: 0 } }],
    [15, { kind: 'emitter.remove', id: 'image' }],
    [19, larger],
  ]);
  const last = 24;
  const whole = createSimulation(manifoldDocument(20_000));
  let relay = createSimulation(manifoldDocument(20_000));
  while (whole.tick < last) {
    runTo(whole, whole.tick + 1, log);
    relay = restoreSimulation(runTo(relay, whole.tick, log).snapshot());
    expect(relay.hash(), `tick ${whole.tick}`).toBe(whole.hash());
  }
  expect(whole.world.stores.Bodies.count[0]).toBeGreaterThan(400);
  expect(whole.capacity).toBe(15_000);
});

it('plays the same notes after a snapshot as without it', () => {
  const notesOf = (simulation: Simulation, ticks: number) =>
    Array.from({ length: ticks }, () => {
      simulation.step();
      return [...simulation.notes];
    }).flat();
  const whole = runTo(createSimulation(small()), 90, []);
  const restored = restoreSimulation(whole.snapshot());
  const notes = notesOf(whole, 480);
  expect(notes.length).toBeGreaterThan(3);
  expect(notesOf(restored, 480)).toEqual(notes);
});

it('stays finite and inside its bounds for any document and edits', () => {
  fc.assert(
    fc.property(documentArbitrary, editsArbitrary, (document, edits) => {
      const simulation = runTo(createSimulation(document), 100, logOf(edits));
      const { stores } = simulation.world;
      for (const { name, column } of columnsOf(stores)) {
        if (!column.every(Number.isFinite)) throw new Error(`${name} is not finite`);
      }
      const { bounds, boundsSize } = simulation.world.document.parameters;
      const { Position, Life, Clock } = stores;
      expect(Clock.used[0]).toBeLessThanOrEqual(simulation.capacity);
      expect(Clock.cursor[0]).toBeLessThan(simulation.capacity);
      for (let slot = 0; slot < Clock.used[0]; slot++) {
        if (Life.lifetime[slot] === 0) continue;
        const [x, y, z] = [Position.x[slot], Position.y[slot], Position.z[slot]];
        const reach = bounds === 'sphere' ? Math.sqrt(x * x + y * y + z * z) : Math.max(Math.abs(x), Math.abs(y), Math.abs(z));
        if (bounds !== 'open') expect(reach).toBeLessThanOrEqual(boundsSize * 1.0001);
      }
    }),
    { numRuns: 100 },
  );
});

it('gives the same universe for the same document and log, and a different one for another seed', () => {
  const log: LoggedEdit[] = [{ sequence: 1, tick: 30, edit: { kind: 'parameters.set', values: { gravity: 3 } } }];
  const hash = runTo(createSimulation(small()), 120, log).hash();
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(runTo(createSimulation(small()), 120, log).hash()).toBe(hash);
  expect(runTo(createSimulation(small()), 120, []).hash()).not.toBe(hash);
  expect(runTo(createSimulation({ ...small(), seed: 2 }), 120, log).hash()).not.toBe(hash);
});

it('does not depend on the order of the values of a document, nor on the sign of a zero', () => {
  const document = small();
  const reversed = <T extends object>(values: T) => Object.fromEntries(Object.entries(values).reverse()) as T;
  const { emitters, wells } = document;
  const other = reversed({
    ...document,
    parameters: reversed(document.parameters),
    emitters: emitters.map(reversed),
    wells: [{ ...wells[0], z: -0 }],
  });
  expect(runTo(createSimulation(other), 60, []).hash()).toBe(runTo(createSimulation(document), 60, []).hash());
});

it('skips an edit that cannot be applied', () => {
  const log: LoggedEdit[] = [{ sequence: 1, tick: 5, edit: { kind: 'well.remove', id: 'nobody' } }];
  expect(runTo(createSimulation(small()), 60, log).hash()).toBe(runTo(createSimulation(small()), 60, []).hash());
});

it('keeps the particles that fit when the pool of particles changes its size', () => {
  const set = (tick: number, particleCount: number): LoggedEdit => ({
    sequence: tick,
    tick,
    edit: { kind: 'parameters.set', values: { particleCount } },
  });
  const before = runTo(createSimulation(small()), 60, []);
  const { Life, Clock } = before.world.stores;
  const kept = Clock.used[0];
  const ages = Array.from(Life.age.subarray(0, 100));
  before.step([set(61, 5000)]);
  expect(before.capacity).toBe(5000);
  expect(before.world.stores.Clock.used[0]).toBeGreaterThanOrEqual(kept);
  before.world.stores.Life.age.subarray(0, 100).forEach((age, slot) => expect(age).toBeCloseTo(ages[slot] + 1 / 60, 5));
  before.step([set(62, 100)]);
  expect(before.capacity).toBe(100);
  expect(before.world.stores.Clock.used[0]).toBe(100);
  runTo(before, 200, []);
  expect(restoreSimulation(before.snapshot()).hash()).toBe(before.hash());
});

it('keeps no reference to a particle whose slot is gone', () => {
  const document = small();
  Object.assign(document.parameters, { emissionRate: 5000, bounds: 'box', boundsSize: 2, particleSpeed: 10, particleLifetime: 20 });
  const { pools, stores } = runTo(createSimulation(document), 300, []).world;
  const gone = pools.particle.first + 100;
  expect(stores.Voice.cause.some((cause) => cause >= gone)).toBe(true);
  const set: LoggedEdit = { sequence: 1, tick: 301, edit: { kind: 'parameters.set', values: { particleCount: 100 } } };
  const simulation = runTo(createSimulation(document), 301, [set]);
  expect(faultsOfState(simulation)).toEqual([]);
  for (let tick = 302; tick < 600; tick++) {
    simulation.step();
    expect(simulation.notes.filter(({ cause }) => cause >= gone)).toEqual([]);
  }
});

it('starts again on restart: no particle is born, the beat is zero, the tick continues', () => {
  const simulation = runTo(createSimulation(small()), 200, []);
  expect(simulation.world.stores.Clock.used[0]).toBe(1000);
  simulation.step([{ sequence: 1, tick: 201, edit: { kind: 'restart' } }]);
  expect(simulation.tick).toBe(201);
  expect(simulation.world.stores.Clock.used[0]).toBeLessThan(200);
  expect(simulation.world.stores.Clock.beat[0]).toBeLessThan(0.1);
});

it('refuses bytes that are no snapshot, or a truncated one', () => {
  const bytes = createSimulation(small()).snapshot();
  expect(() => restoreSimulation(new Uint8Array(16))).toThrow(/not a snapshot/);
  expect(() => restoreSimulation(bytes.subarray(0, 4))).toThrow();
  expect(() => restoreSimulation(bytes.subarray(0, bytes.length - 8))).toThrow();
});

it('uses the memory that it is given', () => {
  const simulation = createSimulation(small(), { allocate: (bytes) => new SharedArrayBuffer(bytes) });
  expect(columnsOf(simulation.world.stores).every(({ column }) => column.buffer instanceof SharedArrayBuffer)).toBe(true);
  expect(runTo(simulation, 60, []).hash()).toBe(runTo(createSimulation(small()), 60, []).hash());
});
