import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary, editArbitrary } from '../../tests/support/arbitraries.ts';
import { defaultDocument, type UniverseDocument } from '../universe/index.ts';
import { beginAgain } from './begin-again.ts';
import { columnsOf } from './columns.ts';
import { clearContacts } from './contacts.ts';
import { createWorld } from './create-world.ts';
import { buildParticleKernel, runAlone, schedule } from './schedule.ts';
import type { ParticleSystem, SharedSystem, System, UniverseWorld } from './world.ts';

type AnySystem = System | SharedSystem | ParticleSystem;
const systems = schedule.flat() as readonly AnySystem[];

function buildAlone(system: AnySystem, world: UniverseWorld): () => void {
  if ('build' in system) return system.build(world);
  const kernel = 'buildShared' in system ? system.buildShared(world) : buildParticleKernel(world, [system]);
  return () => runAlone(kernel);
}

/** Returns the names of the columns that changed while `work` ran. */
function changedBy(world: UniverseWorld, work: () => void): string[] {
  const columns = columnsOf(world.stores);
  const bytesOf = ({ column }: (typeof columns)[number]) => Buffer.from(column.buffer, column.byteOffset, column.byteLength);
  const before = columns.map((column) => Buffer.from(bytesOf(column)));
  work();
  return columns.filter((column, index) => !before[index].equals(bytesOf(column))).map(({ name }) => name);
}

/** Returns a universe in which every system has work within a second, whatever the random universes are like. */
function busyDocument(): UniverseDocument {
  const document = defaultDocument();
  const busy = {
    bounds: 'box',
    boundsSize: 3,
    particleSpeed: 20,
    particleCount: 2000,
    emissionRate: 20_000,
    collisions: true,
    particleRadius: 0.3,
    speciesForce: 5,
  } as const;
  const heavy = { ...document.emitters[0], id: 'heavy', mass: 5, x: 1, species: 1 };
  const wells = document.wells.map((well) => ({ ...well, listening: 1 }));
  return { ...document, wells, emitters: [...document.emitters, heavy], parameters: { ...document.parameters, ...busy } };
}

it('gives every system a unique name', () => {
  expect(new Set(systems.map(({ name }) => name)).size).toBe(systems.length);
});

it('changes no column that the system did not declare', () => {
  const written = new Map(systems.map(({ name }) => [name, new Set<string>()]));
  fc.assert(
    fc.property(documentArbitrary, fc.array(editArbitrary, { maxLength: 6 }), (document, edits) => {
      const world = createWorld(document);
      beginAgain(world);
      const runs = systems.map((system) => ({ system, run: buildAlone(system, world) }));
      for (let tick = 1; tick <= 40; tick++) {
        world.notes.length = 0;
        clearContacts(world.contacts);
        // The simulation around the world changes the size of the pool, not a system.
        const due = edits.filter(
          (edit, index) => tick === 3 * index + 1 && !(edit.kind === 'parameters.set' && 'particleCount' in edit.values),
        );
        world.commands = due.map((edit, sequence) => ({ sequence, tick, edit }));
        for (const { system, run } of runs) {
          for (const column of changedBy(world, run)) {
            const [component] = column.split('.');
            const declared = (system.writes as readonly string[]).some((name) => name === column || name === component);
            if (!declared) throw new Error(`${system.name} changed ${column} and does not declare it`);
            written.get(system.name)!.add(column);
          }
        }
      }
    }),
    { numRuns: 25, examples: [[busyDocument(), [{ kind: 'note.press', midi: 60, velocity: 1 }]]] },
  );
  const idle = systems.filter(({ name, writes }) => writes.length > 0 && written.get(name)!.size === 0).map(({ name }) => name);
  expect(idle, 'systems that never changed anything').toEqual([]);
});
