import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentArbitrary, editArbitrary } from '../../tests/support/arbitraries.ts';
import { extremeDocuments } from '../../tests/support/extremes.ts';
import { loadInstrumented } from '../../tests/support/instrumented/load.ts';
import { watched } from '../../tests/support/instrumented/watch-indices.ts';
import { faultsOfState } from '../../tests/support/state-faults.ts';
import type { LoggedEdit, UniverseDocument } from '../universe/index.ts';
import { createSimulation, type Simulation } from './simulation.ts';

let instrumented: Awaited<ReturnType<typeof loadInstrumented>>;

beforeAll(async () => {
  instrumented = await loadInstrumented();
});

/** What a step may touch, in elements of typed arrays. */
const budget = {
  /** The cells of the grids, the bits of images, the voices, the composer; and where the pool changes its size, all that is built for it. */
  always: 500_000,
  /** A slot, of forces by sixteen wells above all. */
  slot: 320,
  /** A particle that looks around for its neighbours; so many do in one step. */
  neighbour: 2000,
  neighbours: 16_384,
  /** A pair of heavy bodies; so many of them are moved in one step. */
  pair: 6,
  moved: 1024,
  /** A birth; eight times as many as on average when all come on the beat. */
  birth: 60,
  burst: 8,
};

function budgetOf({ world, capacity }: Simulation): number {
  const used = world.stores.Clock.used[0];
  const bodies = world.stores.Bodies.count[0];
  const { emissionRate, timeScale, collisions, speciesForce, cohesion, separation, alignment } = world.document.parameters;
  const meet = collisions || speciesForce + cohesion + separation + alignment > 0;
  const births = Math.min(capacity, (emissionRate * timeScale) / 60) * budget.burst;
  return (
    budget.always +
    used * budget.slot +
    (meet ? Math.min(used, budget.neighbours) * budget.neighbour : 0) +
    Math.min(bodies, budget.moved) * bodies * budget.pair +
    births * budget.birth
  );
}

/** Runs a universe in which every index is watched. @throws Error in the first step that leaves its arrays, its ranges or its budget. */
function runWatched(document: UniverseDocument, ticks: number, edits: readonly LoggedEdit[] = []): Simulation {
  const { work } = instrumented;
  const simulation = instrumented.createSimulation(document);
  for (let tick = 1; tick <= ticks; tick++) {
    work.touched = 0;
    simulation.step(edits.filter((entry) => entry.tick === tick));
    const faults = faultsOfState(simulation);
    if (work.touched > budgetOf(simulation)) faults.push(`${work.touched} elements touched, of ${budgetOf(simulation)}`);
    if (faults.length > 0) throw new Error(`tick ${tick}: ${faults.slice(0, 5).join('; ')}`);
  }
  return simulation;
}

const editsArbitrary = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), editArbitrary), { maxLength: 12 });

describe('a step keeps to its arrays, to its ranges and to its budget', () => {
  it('whatever the document and the edits', () => {
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
    // More than may meet their neighbours, and more bodies than may pull, in one step.
    [20_000, 2],
  ])('with %i slots', (slots, ticks) => {
    const extremes = extremeDocuments(slots);
    it.each(Object.keys(extremes))('%s', (name) => {
      expect(runWatched(extremes[name], ticks).world.stores.Clock.used[0]).toBe(slots);
    });
  });
});

describe('what watches it', () => {
  it('does not change it', () => {
    const [document] = Object.values(extremeDocuments(1000));
    const plain = createSimulation(document);
    for (let tick = 1; tick <= 30; tick++) plain.step();
    expect(runWatched(document, 30).hash()).toBe(plain.hash());
  });

  it('finds an index that is out of bounds, and counts what is touched', () => {
    const simulation = instrumented.createSimulation(Object.values(extremeDocuments(1000))[0]);
    simulation.step();
    expect(instrumented.work.touched).toBeGreaterThan(1000);
    simulation.world.stores.Clock.used[0] = 1001;
    expect(() => simulation.step()).toThrow(/index 1000 of 1000/);
  });

  it('finds values that are not finite, and those out of their range', () => {
    const simulation = createSimulation(Object.values(extremeDocuments(1000))[0]);
    expect(faultsOfState(simulation)).toEqual([]);
    simulation.world.stores.Velocity.y[7] = Number.NaN;
    simulation.world.stores.Look.species[3] = 6;
    expect(faultsOfState(simulation)).toEqual(['Velocity.y[7] is NaN', 'Look.species[3] is 6']);
  });

  it('looks at each computed index, of arrays in arrays as well', () => {
    const { code, count } = watched('const sum = tallies[m][cell] + rows[i++]! - map.x; flags[a[i]] += 1; f()[0];', 'a.ts');
    expect(count).toBe(5);
    expect(code).toContain('tallies[harmonicWatchIndex(tallies, m, "a.ts:1")][harmonicWatchIndex(tallies[m], cell, "a.ts:1")]');
    expect(code).toContain('flags[harmonicWatchIndex(flags, a[harmonicWatchIndex(a, i, "a.ts:1")], "a.ts:1")] += 1');
    expect(code).toContain('f()[0]');
  });
});
