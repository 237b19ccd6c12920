import type { ParameterPatch } from '../../shared/parameters/index.ts';
import { syncEntities } from '../../shared/simulation/entities.ts';
import { schedule } from '../../shared/simulation/schedule.ts';
import { clearContacts } from '../../shared/simulation/contacts.ts';
import { type SharedKernel, ticksPerSecond, type UniverseWorld } from '../../shared/simulation/world.ts';
import { defaultDocument, type Edit } from '../../shared/universe/index.ts';

const minutes = 10;
const timeScale = 10;
/** Ticks between two edits. */
const editEvery = 5;
/** Added emitters, and added wells, that exist at the same time. */
const guests = 12;

const lively: ParameterPatch = { timeScale, emissionRate: 40_000, particleLifetime: 0.5, noteDensity: 8 };

/** Adds an emitter and a well; from round `guests` on also removes those that were added longest ago. */
function editsOf(round: number): Edit[] {
  const { emitters, wells } = defaultDocument();
  const [emitter] = emitters;
  const [well] = wells;
  const come: Edit[] = [
    { kind: 'emitter.add', emitter: { ...emitter, id: `guest-${round}`, x: (round % 7) - 3 } },
    { kind: 'well.add', well: { ...well, id: `guest-${round}`, z: (round % 5) - 2 } },
  ];
  const old = `guest-${round - guests}`;
  const go: Edit[] = [
    { kind: 'emitter.remove', id: old },
    { kind: 'well.remove', id: old },
  ];
  return round < guests ? come : [...go, ...come];
}

/**
 * Builds a run of ten minutes of a universe's time, with twenty-four million births and with emitters and wells that come and go, through
 * the whole schedule and the given kernel of its particle systems. The run returns the number of births and restores the document.
 */
export function buildChurn(world: UniverseWorld, particles: SharedKernel): () => number {
  const steps = schedule.map((entry) => {
    if ('build' in entry) return entry.build(world);
    const kernel = 'buildShared' in entry ? entry.buildShared(world) : particles;
    return () => {
      if (kernel.begin()) for (const phase of kernel.phases) phase(0, 1);
    };
  });
  return () => {
    const before = world.document;
    const { Clock } = world.stores;
    world.authoredDocument = { ...before, parameters: { ...before.parameters, ...lively } };
    world.document = world.authoredDocument;
    const ticks = (minutes * 60 * ticksPerSecond) / timeScale;
    let births = 0;
    for (let tick = 0; tick < ticks; tick++) {
      const cursor = Clock.cursor[0];
      const due = tick % editEvery === 0 ? editsOf(tick / editEvery) : [];
      world.commands = due.map((edit, sequence) => ({ sequence, tick, edit }));
      world.notes.length = 0;
      clearContacts(world.contacts);
      for (const step of steps) step();
      births += (Clock.cursor[0] - cursor + world.pools.particle.capacity) % world.pools.particle.capacity;
    }
    world.commands = [];
    world.authoredDocument = before;
    world.document = before;
    syncEntities(world);
    return births;
  };
}
