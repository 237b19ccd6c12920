import { components, type Stores } from './components/registry.ts';
import type { ComponentSpec, StoreType } from './components/types.ts';

type Column = Float32Array | Float64Array | Uint8Array | Uint32Array;

export interface NamedColumn {
  /** `Position.x` */
  name: string;
  type: StoreType;
  pool: ComponentSpec['pool'];
  column: Column;
}

/** Every column of the stores in the order of the registry: the order of snapshots and hashes. */
export function columnsOf(stores: Stores): NamedColumn[] {
  const bare = stores as unknown as Record<string, Record<string, Column>>;
  return Object.entries(components as Record<string, ComponentSpec>).flatMap(([component, spec]) =>
    Object.entries(spec.fields).map(([field, { type }]) => ({
      name: `${component}.${field}`,
      type,
      pool: spec.pool,
      column: bare[component][field],
    })),
  );
}
