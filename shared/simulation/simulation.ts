import { applyEdit, type LoggedEdit, refuseEdit, type UniverseDocument } from '../universe/index.ts';
import { beginAgain } from './begin-again.ts';
import { columnsOf } from './columns.ts';
import { buildTouches } from './composer/touches.ts';
import { clearContacts } from './contacts.ts';
import { createWorld } from './create-world.ts';
import type { ThreadPool } from './threads/thread-pool.ts';
import { syncEntities } from './entities.ts';
import { hashWorld } from './hash.ts';
import { type Allocate, createMemory } from './memory.ts';
import type { Note } from './note.ts';
import { buildPackFrame, type FrameTarget } from './pack-frame.ts';
import { buildStep } from './schedule.ts';
import { encodeSnapshot } from './snapshot.ts';
import type { UniverseWorld } from './world.ts';

/** A running universe: the interface of workers, tools and tests. */
export interface Simulation {
  readonly world: UniverseWorld;
  /** Steps made since tick 0. */
  readonly tick: number;
  /** Slots for particles. */
  readonly capacity: number;
  /** Notes of the last step. */
  readonly notes: readonly Note[];
  /** Keys whose notes were released in the last step, before those of `notes` began. */
  readonly releases: readonly number[];
  /** Simulates tick `tick + 1`, after applying the edits of that tick, in their order. */
  step(edits?: readonly LoggedEdit[]): void;
  /** Returns the hash of the whole state, 16 hexadecimal digits. */
  hash(): string;
  snapshot(): Uint8Array<ArrayBuffer>;
  /** Packs the current state for drawing; returns the numbers of emitters and wells that it wrote. */
  packFrame(target: FrameTarget, stepMilliseconds: number): { emitters: number; wells: number };
}

export interface SimulationOptions {
  /** The memory of the state: shared, if other threads read it. */
  readonly allocate?: Allocate;
  /** Threads that share the steps; needs shared memory. */
  readonly threadPool?: ThreadPool;
}

export function createSimulation(document: UniverseDocument, options: SimulationOptions = {}): Simulation {
  const world = newWorld(document, options);
  beginAgain(world);
  return runWorld(world, options);
}

/** Creates a world for a document, without particles. */
export function newWorld(document: UniverseDocument, { allocate, threadPool }: SimulationOptions): UniverseWorld {
  return createWorld(document, createMemory(allocate), threadPool?.members);
}

/** Returns the simulation of a filled world. */
export function runWorld(first: UniverseWorld, options: SimulationOptions): Simulation {
  const { threadPool } = options;
  let world = first;
  let stepWorld = buildStep(world, threadPool);
  let packWorld = buildPackFrame(world);
  threadPool?.join(world);

  /** Creates a new world around the old data after a change of the particle count, or of anything else for which the kernels were built. */
  const rebuildFor = (edits: readonly LoggedEdit[]) => {
    let after = world.authoredDocument;
    for (const { edit, tick } of edits) if (!refuseEdit(after, edit)) after = applyEdit(after, edit, tick);
    if (after.parameters.particleCount === world.pools.particle.capacity) return;
    world = resizeWorld(world, after.parameters.particleCount, options);
    stepWorld = buildStep(world, threadPool);
    packWorld = buildPackFrame(world);
    threadPool?.join(world);
  };

  return {
    get world() {
      return world;
    },
    get tick() {
      return world.stores.Clock.tick[0];
    },
    get capacity() {
      return world.pools.particle.capacity;
    },
    get notes() {
      return world.notes;
    },
    get releases() {
      return world.releases;
    },
    step(edits = []) {
      if (edits.length > 0) rebuildFor(edits);
      world.notes.length = 0;
      world.releases.length = 0;
      clearContacts(world.contacts);
      world.commands = edits;
      stepWorld();
    },
    hash: () => hashWorld(world),
    snapshot: () => encodeSnapshot(world),
    packFrame: (target, stepMilliseconds) => packWorld(target, stepMilliseconds),
  };
}

/** Creates a world with room for `capacity` particles and the data of another world, as far as it fits. */
function resizeWorld(world: UniverseWorld, capacity: number, options: SimulationOptions): UniverseWorld {
  const { document, authoredDocument } = world;
  const resized = newWorld({ ...document, parameters: { ...document.parameters, particleCount: capacity } }, options);
  Object.assign(resized, { document, authoredDocument });
  syncEntities(resized);
  const sources = columnsOf(world.stores);
  columnsOf(resized.stores).forEach(({ column }, index) => {
    const source = sources[index].column;
    column.set(source.subarray(0, Math.min(source.length, column.length)));
  });
  const { Clock } = resized.stores;
  const grown = capacity > world.pools.particle.capacity;
  // A longer ring continues at the end of the old one, a shorter one starts again.
  if (Clock.cursor[0] >= capacity) Clock.cursor[0] = 0;
  else if (grown && Clock.used[0] === world.pools.particle.capacity) Clock.cursor[0] = world.pools.particle.capacity;
  Clock.used[0] = Math.min(Clock.used[0], capacity);
  if (!grown) forgetGone(resized);
  return resized;
}

/** Removes particles that are gone from voices, which continue without them, and from the contacts to be answered. */
function forgetGone(world: UniverseWorld): void {
  const { particle, universe } = world.pools;
  const { cause } = world.stores.Voice;
  for (let voice = 0; voice < cause.length; voice++) {
    if (cause[voice] >= particle.first + particle.capacity) cause[voice] = universe.first;
  }
  buildTouches(world).clear();
}
