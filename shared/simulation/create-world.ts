import { addComponent, addEntity, createWorld as createEcsWorld } from 'bitecs';
import { canonicalDocument, maxEmitters, maxWells, type UniverseDocument } from '../universe/index.ts';
import { type ComponentName, components, type Stores } from './components/registry.ts';
import type { ComponentSpec, Pool, StoreType } from './components/types.ts';
import type { EntityRange, UniverseWorld } from './world.ts';

/** Gives zeroed memory of at least `bytes` bytes. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** Most notes that sound at once in the model. */
export const voiceCapacity = 64;
const contactCapacity = 64;

const arrayTypes = { f32: Float32Array, f64: Float64Array, u8: Uint8Array, u32: Uint32Array } as const;

/** Columns are padded to whole 8 bytes, so that snapshot and hash can read them as words. */
export function columnBytes(type: StoreType, length: number): number {
  return Math.ceil((length * arrayTypes[type].BYTES_PER_ELEMENT) / 8) * 8;
}

function allocateStores(capacities: Record<Pool, number>, allocate: Allocate): Stores {
  const stores = Object.entries(components as Record<string, ComponentSpec>).map(([name, spec]) => {
    const columns = Object.entries(spec.fields).map(([field, { type }]) => {
      const length = capacities[spec.pool];
      return [field, new arrayTypes[type](allocate(columnBytes(type, length)) as ArrayBuffer, 0, length)];
    });
    return [name, Object.fromEntries(columns)];
  });
  return Object.fromEntries(stores) as Stores;
}

/**
 * An empty world for a document: every pool's entities exist from the start, in contiguous ids. Particles, voices and
 * the universe carry their components for good; emitters and wells get theirs while the document has them.
 */
export function createWorld(document: UniverseDocument, allocate: Allocate = (bytes) => new ArrayBuffer(bytes)): UniverseWorld {
  const capacities: Record<Pool, number> = {
    universe: 1,
    voice: voiceCapacity,
    emitter: maxEmitters,
    well: maxWells,
    particle: document.parameters.particleCount,
  };
  const ecs = createEcsWorld();
  const stores = allocateStores(capacities, allocate);
  const componentsOf = (pool: Pool) => (Object.keys(components) as ComponentName[]).filter((name) => components[name].pool === pool);

  const spawnPool = (pool: Pool, permanent: boolean): EntityRange => {
    const carried = permanent ? componentsOf(pool).map((name) => stores[name]) : [];
    let first = 0;
    for (let index = 0; index < capacities[pool]; index++) {
      const entity = addEntity(ecs);
      if (index === 0) first = entity;
      for (const component of carried) addComponent(ecs, entity, component);
    }
    return { first, capacity: capacities[pool] };
  };

  return {
    ecs,
    stores,
    pools: {
      universe: spawnPool('universe', true),
      voice: spawnPool('voice', true),
      emitter: spawnPool('emitter', false),
      well: spawnPool('well', false),
      particle: spawnPool('particle', true),
    },
    document: canonicalDocument(document),
    commands: [],
    notes: [],
    contacts: {
      bounces: 0,
      collisions: 0,
      crossings: 0,
      slotCount: 0,
      slots: new Uint32Array(contactCapacity),
      rules: new Uint8Array(contactCapacity),
    },
  };
}
