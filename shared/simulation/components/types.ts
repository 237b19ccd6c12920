/** The type in which a field is stored. */
export type StoreType = 'f32' | 'f64' | 'u8' | 'u32';

export interface ComponentField {
  readonly type: StoreType;
  /** SI or musical unit; '' for a plain ratio or an index. */
  readonly unit: string;
}

/** The pool of entities that carries a component; each pool is a contiguous range of entity ids. */
export type Pool = 'universe' | 'voice' | 'emitter' | 'well' | 'particle';

export interface ComponentSpec {
  readonly pool: Pool;
  readonly fields: Readonly<Record<string, ComponentField>>;
}

export interface StoreArrays {
  f32: Float32Array;
  f64: Float64Array;
  u8: Uint8Array;
  u32: Uint32Array;
}

/** The typed-array columns of a component, indexed by entity id minus the pool's first id. */
export type ColumnsOf<C extends ComponentSpec> = { readonly [F in keyof C['fields']]: StoreArrays[C['fields'][F]['type']] };
