import { addComponent, hasComponent, removeComponent } from 'bitecs';
import type { Field } from '../parameters/index.ts';
import { type Edit, emitterFields, wellFields } from '../universe/index.ts';
import type { UniverseWorld } from './world.ts';

type Columns = Record<string, Float32Array | Float64Array | Uint8Array>;

/** Writes described values into the columns of one slot: choices as the index of the choice. */
function writeFields(columns: Columns, fields: Record<string, Field>, slot: number, values: Record<string, unknown>): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'bitmap') continue;
    const value = values[name];
    columns[name][slot] = field.kind === 'choice' ? field.choices.indexOf(value as string) : Number(value);
  }
}

function syncPool(world: UniverseWorld, pool: 'emitter' | 'well'): void {
  const { first, capacity } = world.pools[pool];
  const component = pool === 'emitter' ? world.stores.Emitter : world.stores.Well;
  const list: readonly object[] = pool === 'emitter' ? world.document.emitters : world.document.wells;
  for (let slot = 0; slot < capacity; slot++) {
    const carried = hasComponent(world.ecs, first + slot, component);
    if (slot < list.length) {
      if (!carried) addComponent(world.ecs, first + slot, component);
      writeFields(component, pool === 'emitter' ? emitterFields : wellFields, slot, list[slot] as Record<string, unknown>);
    } else if (carried) {
      removeComponent(world.ecs, first + slot, component);
      for (const column of Object.values<Columns[string]>(component)) column[slot] = 0;
    }
  }
}

/** Sets the emitter and well entities to those of the document, slot by slot in its order. */
export function syncEntities(world: UniverseWorld): void {
  syncPool(world, 'emitter');
  syncPool(world, 'well');
}

/** Closes the gap of a removal, so that the state of an emitter between steps stays with it. Call it before the edit is applied. */
export function closeGap(world: UniverseWorld, edit: Edit): void {
  if (edit.kind !== 'emitter.remove') return;
  const slot = world.document.emitters.findIndex((emitter) => emitter.id === edit.id);
  for (const column of Object.values<Columns[string]>(world.stores.Emitter)) column.copyWithin(slot, slot + 1);
}
