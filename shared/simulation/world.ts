import type { World as EcsWorld } from 'bitecs';
import type { LoggedEdit, StoryboardApplier, UniverseDocument } from '../universe/index.ts';
import type { Pool } from './components/types.ts';
import type { ColumnName, ComponentName, Stores } from './components/registry.ts';
import type { Memory } from './memory.ts';
import type { Note } from './note.ts';
import { storyboardTicksPerSecond } from '../universe/storyboard/playhead.ts';

/** Steps in a second of the universe. */
export const ticksPerSecond = storyboardTicksPerSecond;
export const stepSeconds = 1 / ticksPerSecond;

/** Slots in a block: six columns of it stay in a 32 KiB first-level cache. */
export const blockSlots = 1024;

/** A contiguous range of entity ids; column index = entity id − first. */
export interface EntityRange {
  readonly first: number;
  readonly capacity: number;
}

/**
 * A running universe, as systems see it. All state that outlives a step is in `authoredDocument` and `stores`; everything else here is
 * either fixed for the life of the world or scratch that each step refills.
 */
export interface UniverseWorld {
  readonly ecs: EcsWorld;
  readonly stores: Stores;
  /** The memory of the stores, and scratch that several threads share. */
  readonly memory: Memory;
  /** Threads that share its steps. */
  readonly members: number;
  readonly pools: Readonly<Record<Pool, EntityRange>>;
  /** The authored document. Replaced, never mutated, by `applyCommands`. */
  authoredDocument: UniverseDocument;
  /** The effective document of this step, which everything but edits reads. */
  document: UniverseDocument;
  readonly stage: StoryboardApplier;
  /** Edits to apply in this step. */
  commands: readonly LoggedEdit[];
  /** Notes of the current step, in order; emptied when the next begins. */
  readonly notes: Note[];
  /** Keys, as MIDI numbers, whose notes are released in the current step, before those of `notes` begin. */
  readonly releases: number[];
  /** Counters of the current step, filled by the physics and read by `senseParticles`. */
  readonly contacts: Contacts;
}

/** The contacts of the current step: totals, and the first few as slots for sounds. */
export interface Contacts {
  bounces: number;
  collisions: number;
  crossings: number;
  /** Slots of the first `slotCount` particles that bounced, collided or crossed, and the kind of each. */
  slotCount: number;
  readonly slots: Uint32Array;
  readonly rules: Uint8Array;
}

interface Declared {
  readonly name: string;
  /** Columns (`Position.x`) or whole components (`Position`) that it reads, and that it may change. */
  readonly reads: readonly (ColumnName | ComponentName)[];
  readonly writes: readonly (ColumnName | ComponentName)[];
}

/**
 * A phase of the step, built once for a world so that its inner loop closes over its columns. A kernel allocates nothing, reads no clock,
 * and draws only from the seeded generator.
 */
export interface System extends Declared {
  readonly build: (world: UniverseWorld) => () => void;
}

/**
 * A phase that processes particles one by one: run in blocks of slots, so that the writes of one phase are still in the cache for the next.
 */
export interface ParticleSystem extends Declared {
  readonly buildParticles: (world: UniverseWorld) => ParticleKernel;
}

export interface ParticleKernel {
  /** Reads the common values of all particles in this step; false when there is nothing to do. */
  begin(): boolean;
  /** Processes the slots from `start` up to, not including, `end`. */
  run(start: number, end: number): void;
}

/** A phase that several threads share, each running a part of it. The result is the same for any number of them. */
export interface SharedSystem extends Declared {
  readonly buildShared: (world: UniverseWorld) => SharedKernel;
}

/** The share of one of the threads: `member` counts from 0, `members` is how many there are. */
export type Share = (member: number, members: number) => void;

export interface SharedKernel {
  /** Reads the common values of the whole step; false when there is nothing to do. Every thread calls it, with the same result. */
  begin(): boolean;
  /** Run one after the other: none begins before all threads have ended the previous one. */
  readonly phases: readonly Share[];
}
