import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary, editArbitrary } from '../../../tests/support/arbitraries.ts';
import { manifoldDocument } from '../../../tests/support/manifold.ts';
import { recruit } from '../../../tests/support/recruit.ts';
import { defaultDocument, type LoggedEdit, type UniverseDocument } from '../../universe/index.ts';
import { createSimulation, type SimulationOptions } from '../simulation.ts';
import { createThreadPool } from './thread-pool.ts';

const allocate = (bytes: number) => new SharedArrayBuffer(bytes);

/** Returns a universe with more particles than a block, which collide, bounce and play notes. */
function crowded(): UniverseDocument {
  const document = defaultDocument();
  const emitters = [0, 1, 5].map((species) => ({ ...document.emitters[0], id: `e${species}`, x: species - 2, species }));
  const affinities = document.affinities.map((_, index) => ((index * 7) % 11) / 5 - 1);
  const crowd = {
    particleCount: 9000,
    emissionRate: 9000,
    particleLifetime: 2,
    particleSpeed: 6,
    particleRadius: 0.08,
    collisions: true,
    cohesion: 1,
    alignment: 1,
    separation: 1,
    speciesForce: 5,
    bounds: 'box',
    boundsSize: 4,
  } as const;
  return { ...document, emitters, affinities, parameters: { ...document.parameters, ...crowd } };
}

/** Returns the hashes and notes of a run: everything that other threads could change. */
function course(document: UniverseDocument, log: readonly LoggedEdit[], ticks: number, options: SimulationOptions): string[] {
  const simulation = createSimulation(document, options);
  const lines: string[] = [];
  while (simulation.tick < ticks) {
    simulation.step(log.filter(({ tick }) => tick === simulation.tick + 1));
    if (simulation.notes.length > 0) lines.push(JSON.stringify(simulation.notes));
    if (simulation.tick % 10 === 0) lines.push(simulation.hash());
  }
  return lines;
}

it('gives the same universe with any number of threads, through all kinds of edits and a larger pool', async () => {
  const log: LoggedEdit[] = [
    { sequence: 1, tick: 31, edit: { kind: 'parameters.set', values: { particleRadius: 0.15, restitution: 1 } } },
    { sequence: 2, tick: 60, edit: { kind: 'affinities.set', cells: [{ of: 0, towards: 1, value: 1 }] } },
    { sequence: 3, tick: 80, edit: { kind: 'parameters.set', values: { particleCount: 20_000, cohesion: 0 } } },
    { sequence: 4, tick: 110, edit: { kind: 'restart' } },
  ];
  const alone = course(crowded(), log, 150, {});
  for (const members of [2, 3, 5]) {
    const { threadPool, end } = recruit(members);
    try {
      expect(course(crowded(), log, 150, { allocate, threadPool })).toEqual(alone);
    } finally {
      await end();
    }
  }
});

it('gives the same universe when blocks of particles, bodies in a tree and light particles take turns', async () => {
  const document = manifoldDocument(70_000);
  const alone = createSimulation(document);
  const { threadPool, end } = recruit(3);
  try {
    const shared = createSimulation(document, { allocate, threadPool });
    for (let tick = 1; tick <= 40; tick++) {
      alone.step();
      shared.step();
      if (tick % 5 === 0) expect(shared.hash(), `tick ${tick}`).toBe(alone.hash());
    }
    const { Clock, Bodies } = alone.world.stores;
    expect(Clock.used[0]).toBeGreaterThan(65_536);
    expect(Bodies.count[0]).toBe(4096);
  } finally {
    await end();
  }
});

it('gives the same result for random universes', async () => {
  const { threadPool, end } = recruit(2);
  try {
    fc.assert(
      fc.property(documentArbitrary, fc.array(editArbitrary, { maxLength: 6 }), (document, edits) => {
        const log = edits.map((edit, sequence): LoggedEdit => ({ sequence, tick: 5 + 7 * sequence, edit }));
        expect(course(document, log, 60, { allocate, threadPool })).toEqual(course(document, log, 60, {}));
      }),
      { numRuns: 25 },
    );
  } finally {
    await end();
  }
});

it('throws when a worker thread does not answer', () => {
  const threadPool = createThreadPool(2, () => undefined, 50);
  expect(() => createSimulation(crowded(), { allocate, threadPool })).toThrow(/has not come back for 0.05 s/);
});
