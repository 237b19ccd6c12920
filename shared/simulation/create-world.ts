import { addComponent, addEntity, createWorld as createEcsWorld } from 'bitecs';
import { canonicalDocument, createStoryboardApplier, type UniverseDocument } from '../universe/index.ts';
import { fixedCapacities } from './cause.ts';
import { type ComponentName, components, type Stores } from './components/registry.ts';
import type { ComponentSpec, Pool } from './components/types.ts';
import { createMemory, type Memory } from './memory.ts';
import type { EntityRange, UniverseWorld } from './world.ts';

export const contactCapacity = 64;

function allocateStores(capacities: Record<Pool, number>, memory: Memory): Stores {
  const stores = Object.entries(components as Record<string, ComponentSpec>).map(([name, spec]) => {
    const columns = Object.entries(spec.fields).map(([field, { type }]) => [
      field,
      memory.column(`${name}.${field}`, type, capacities[spec.pool]),
    ]);
    return [name, Object.fromEntries(columns)];
  });
  return Object.fromEntries(stores) as Stores;
}

function capacitiesOf(document: UniverseDocument): Record<Pool, number> {
  return {
    ...fixedCapacities,
    particle: document.parameters.particleCount,
  };
}

type Entities = Pick<UniverseWorld, 'ecs' | 'pools'>;
type Company = Entities & Pick<UniverseWorld, 'members'>;

/** Every pool's entities, in contiguous ids. */
function spawnEntities(capacities: Record<Pool, number>, stores: Stores): Entities {
  const ecs = createEcsWorld();
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
    pools: {
      universe: spawnPool('universe', true),
      voice: spawnPool('voice', true),
      emitter: spawnPool('emitter', false),
      well: spawnPool('well', false),
      particle: spawnPool('particle', true),
    },
  };
}

function assemble(document: UniverseDocument, memory: Memory, stores: Stores, company: Company): Omit<UniverseWorld, 'stage'> {
  const authoredDocument = canonicalDocument(document);
  return {
    ...company,
    stores,
    memory,
    authoredDocument,
    document: authoredDocument,
    commands: [],
    notes: [],
    releases: [],
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

/**
 * An empty world for a document: every pool's entities exist from the start. Particles, voices and the universe carry their components
 * permanently; emitters and wells get theirs while the document has them.
 */
export function createWorld(document: UniverseDocument, memory: Memory = createMemory(), members = 1): UniverseWorld {
  const capacities = capacitiesOf(document);
  const stores = allocateStores(capacities, memory);
  return { ...assemble(document, memory, stores, { ...spawnEntities(capacities, stores), members }), stage: createStoryboardApplier() };
}

/** Opens a world in another thread: its columns and ids, but no entities, since their number only changes in the leading thread. */
export function joinWorld(document: UniverseDocument, memory: Memory, pools: UniverseWorld['pools'], members: number): UniverseWorld {
  const capacities = Object.fromEntries(Object.entries(pools).map(([pool, { capacity }]) => [pool, capacity])) as Record<Pool, number>;
  const entities = { ecs: createEcsWorld(), pools, members };
  // The caller passes the effective document.
  return { ...assemble(document, memory, allocateStores(capacities, memory), entities), stage: (staged) => staged };
}
