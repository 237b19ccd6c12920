import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentArbitrary, editArbitrary } from '../../tests/support/arbitraries.ts';
import { extremeDocuments } from '../../tests/support/extremes.ts';
import { loadInstrumented } from '../../tests/support/instrumented/load.ts';
import { watched } from '../../tests/support/instrumented/watch-indices.ts';
import { faultsOfState } from '../../tests/support/state-faults.ts';
import { defaultDocument, type LoggedEdit, maxWells, type UniverseDocument } from '../universe/index.ts';
import { createSimulation, type Simulation } from './simulation.ts';
import { stepBudget } from './step-budget.ts';

let instrumented: Awaited<ReturnType<typeof loadInstrumented>>;

beforeAll(async () => {
  instrumented = await loadInstrumented();
});

/** Typed-array elements that a step may touch for each counted item; the number of items is in `stepBudget`. */
const cost = {
  /** The cells of the grids, the bits of images, the voices, the composer; and all that is rebuilt when the pool changes its size. */
  always: 500_000,
  /** A slot, in all systems that process slots one by one. */
  slot: 65,
  /** A well that acts on a slot. */
  wellPair: 7,
  /** A particle that searches its neighbours, or its contacts. */
  neighbour: 2000,
  /** A pair of heavy bodies. */
  bodyPair: 6,
  /** A source that represents bodies and acts on a light slot. */
  lightPair: 8,
  /** A birth; and a well in its search for the nearest. */
  birth: 110,
  birthWell: 4,
};

function budgetOf({ world, capacity }: Simulation): number {
  const used = world.stores.Clock.used[0];
  const bodies = world.stores.Bodies.count[0];
  const { parameters, wells } = world.document;
  const { collisions, speciesForce, cohesion, separation, alignment } = parameters;
  const heeds = speciesForce + cohesion + separation + alignment > 0;
  const meeting = Math.min(used, (heeds ? stepBudget.heed.budget : 0) + (collisions ? stepBudget.collide.budget : 0));
  return (
    cost.always +
    used * cost.slot +
    Math.min(used * wells.length, stepBudget.wellPairs) * cost.wellPair +
    meeting * cost.neighbour +
    Math.min(bodies, stepBudget.movedBodies) * bodies * cost.bodyPair +
    (bodies > 0 ? Math.min(used * stepBudget.sources, stepBudget.lightPairs) * cost.lightPair : 0) +
    Math.min(capacity, stepBudget.births) * (cost.birth + wells.length * cost.birthWell)
  );
}

/** Makes a step in which every index is checked. @throws Error when it leaves its arrays, its ranges or its budget. */
function stepWatched(simulation: Simulation, edits: readonly LoggedEdit[] = []): void {
  const { work } = instrumented;
  work.touched = 0;
  simulation.step(edits);
  const faults = faultsOfState(simulation);
  if (work.touched > budgetOf(simulation)) faults.push(`${work.touched} elements touched, of ${budgetOf(simulation)}`);
  if (faults.length > 0) throw new Error(`tick ${simulation.tick}: ${faults.slice(0, 5).join('; ')}`);
}

/** Runs a universe from its beginning, with every index checked. */
function runWatched(document: UniverseDocument, ticks: number, edits: readonly LoggedEdit[] = []): Simulation {
  const simulation = instrumented.createSimulation(document);
  for (let tick = 1; tick <= ticks; tick++) {
    stepWatched(
      simulation,
      edits.filter((entry) => entry.tick === tick),
    );
  }
  return simulation;
}

const editsArbitrary = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), editArbitrary), { maxLength: 12 });

describe('a step stays within its arrays, its ranges and its budget', () => {
  it('for any document and edits', () => {
    fc.assert(
      fc.property(documentArbitrary, editsArbitrary, (document, edits) => {
        const log = edits.map(([tick, edit], index) => ({ sequence: index + 1, tick, edit }));
        runWatched(document, 40, log);
      }),
      { numRuns: 25 },
    );
  });

  describe.each([
    [2000, 6],
    // More particles than may search neighbours, and more bodies than may pull, in one step.
    [20_000, 2],
  ])('with %i slots', (slots, ticks) => {
    const extremes = extremeDocuments(slots);
    it.each(Object.keys(extremes))('%s', (name) => {
      expect(runWatched(extremes[name], ticks).world.stores.Clock.used[0]).toBe(slots);
    });
  });
});

/** Universes with more items than one step may process, and the bound of the budget whose removal lets it process all of them. */
const crowds: Record<string, { document: UniverseDocument; slots?: number; forgotten: [bound: RegExp, value: string] }> = {
  births: {
    document: {
      ...withSlots(500_000, { emissionRate: 200_000, timeScale: 10 }),
      emitters: [{ ...defaultDocument().emitters[0], pulse: 1 }],
    },
    forgotten: [/ births: .*/, 'births: 1e9,'],
  },
  wells: {
    document: {
      ...withSlots(500_000, { bounds: 'open' }),
      wells: Array.from({ length: maxWells }, (_, i) => ({ ...defaultDocument().wells[0], id: `w${i}`, x: i })),
    },
    slots: 500_000,
    forgotten: [/ wellPairs: .*/, 'wellPairs: 1e9,'],
  },
  'heavy bodies': {
    document: extremeDocuments(20_000)['heavy bodies at one point'],
    forgotten: [/ movedBodies: .*/, 'movedBodies: 1e9,'],
  },
  neighbours: {
    document: extremeDocuments(3000)['all at one point, at rest'],
    forgotten: [/ heed: .*/, 'heed: { block: 65_536, budget: 16_384, looked: 4000, heeded: 4000 },'],
  },
};

function withSlots(particleCount: number, values: Partial<UniverseDocument['parameters']>): UniverseDocument {
  const document = defaultDocument();
  return { ...document, parameters: { ...document.parameters, particleCount, ...values } };
}

/** Makes two checked steps of a universe with a number of live slots. */
function stepCrowd({ createSimulation }: Pick<typeof instrumented, 'createSimulation'>, name: string): void {
  const { document, slots = 0 } = crowds[name];
  const simulation = createSimulation(document);
  const { Clock, Life } = simulation.world.stores;
  Clock.used[0] = slots;
  Life.lifetime.fill(1e2, 0, slots);
  for (let step = 0; step < 2; step++) stepWatched(simulation);
}

describe('more than one step may process', () => {
  it.each(Object.keys(crowds))('keeps to the budget: %s', (name) => stepCrowd(instrumented, name));

  it.each(Object.keys(crowds))('is reported when the budget is removed: %s', async (name) => {
    const [bound, value] = crowds[name].forgotten;
    const unbound = await loadInstrumented((source, file) => (file.endsWith('step-budget.ts') ? source.replace(bound, value) : source));
    expect(() => stepCrowd(unbound, name)).toThrow(/elements touched, of/);
  });
});

describe('the instrumented simulation', () => {
  it('behaves like the plain one', () => {
    const [document] = Object.values(extremeDocuments(1000));
    const plain = createSimulation(document);
    for (let tick = 1; tick <= 30; tick++) plain.step();
    expect(runWatched(document, 30).hash()).toBe(plain.hash());
  });

  it('finds an index out of bounds, and counts touched elements', () => {
    const simulation = instrumented.createSimulation(Object.values(extremeDocuments(1000))[0]);
    simulation.step();
    expect(instrumented.work.touched).toBeGreaterThan(1000);
    simulation.world.stores.Clock.used[0] = 1001;
    expect(() => simulation.step()).toThrow(/index 1000 of 1000/);
  });

  it('finds values that are not finite, and values out of their range', () => {
    const simulation = createSimulation(Object.values(extremeDocuments(1000))[0]);
    expect(faultsOfState(simulation)).toEqual([]);
    simulation.world.stores.Velocity.y[7] = Number.NaN;
    simulation.world.stores.Look.species[3] = 6;
    expect(faultsOfState(simulation)).toEqual(['Velocity.y[7] is NaN', 'Look.species[3] is 6']);
  });

  it('checks each computed index, of nested arrays too', () => {
    const { code, count } = watched('const sum = tallies[m][cell] + rows[i++]! - map.x; flags[a[i]] += 1; f()[0];', 'a.ts');
    expect(count).toBe(5);
    expect(code).toContain('tallies[harmonicWatchIndex(tallies, m, "a.ts:1")][harmonicWatchIndex(tallies[m], cell, "a.ts:1")]');
    expect(code).toContain('flags[harmonicWatchIndex(flags, a[harmonicWatchIndex(a, i, "a.ts:1")], "a.ts:1")] += 1');
    expect(code).toContain('f()[0]');
  });
});
