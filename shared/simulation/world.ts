import type { World as EcsWorld } from 'bitecs';
import type { UniverseDocument } from '../universe/index.ts';
import type { Pool } from './components/types.ts';
import type { Stores } from './components/registry.ts';
import type { Note } from './note.ts';

/** Steps in a second of the universe. */
export const ticksPerSecond = 60;

/** A contiguous range of entity ids; column index = entity id − first. */
export interface EntityRange {
  readonly first: number;
  readonly capacity: number;
}

/**
 * A running universe: what systems see.
 * All state that outlives a step is in `document` and `stores`; everything else here is either fixed for the life of
 * the world or scratch that each step fills anew.
 */
export interface UniverseWorld {
  readonly ecs: EcsWorld;
  readonly stores: Stores;
  readonly pools: Readonly<Record<Pool, EntityRange>>;
  /** The document as edited so far. Replaced, never mutated, by `applyCommands`. */
  document: UniverseDocument;
  /** Column indices of the emitters and wells of the document, in its order. */
  readonly emitters: { count: number; readonly slots: Uint8Array };
  readonly wells: { count: number; readonly slots: Uint8Array };
  /** Notes of the present step, in order; emptied when the next begins. */
  readonly notes: Note[];
  /** Counters of the present step, filled by the physics for the senses. */
  readonly contacts: Contacts;
}

/** What touched what during the present step: totals, and the first few as places for sounds. */
export interface Contacts {
  bounces: number;
  collisions: number;
  crossings: number;
  /** Slots of the first `slotCount` particles that bounced, collided or crossed, and which of them it was. */
  slotCount: number;
  readonly slots: Uint32Array;
  readonly rules: Uint8Array;
}

/** One phase of the step, built once for a world so that its inner loop closes over its columns. */
export interface System {
  readonly name: string;
  /** Columns (`Position.x`), or whole components (`Position`), that it reads and that it may change. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Builds the kernel for a world. The kernel allocates nothing, reads no clock, and draws only from the seeded generator. */
  readonly build: (world: UniverseWorld) => () => void;
}
