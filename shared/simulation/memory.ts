import type { StoreArrays, StoreType } from './components/types.ts';

/** Returns zeroed memory of at least `bytes` bytes. */
export type Allocate = (bytes: number) => ArrayBufferLike;

const arrayTypes = { f32: Float32Array, f64: Float64Array, u8: Uint8Array, u32: Uint32Array } as const;

/** Columns are padded to whole 8 bytes, so that snapshot and hash can read them as words. */
export function columnBytes(type: StoreType, length: number): number {
  return Math.ceil((length * arrayTypes[type].BYTES_PER_ELEMENT) / 8) * 8;
}

/** The memory of a world: each column in a buffer of its own, known by name, so that several threads can share it. */
export interface Memory {
  /** Returns the column of that name, zeroed at the first call. */
  column<T extends StoreType>(name: string, type: T, length: number): StoreArrays[T];
  /** The columns that have been created, by name. */
  readonly buffers: ReadonlyMap<string, ArrayBufferLike>;
}

export function createMemory(
  allocate: Allocate = (bytes) => new ArrayBuffer(bytes),
  known: ReadonlyMap<string, ArrayBufferLike> = new Map(),
): Memory {
  const buffers = new Map(known);
  return {
    buffers,
    column(name, type, length) {
      const buffer = buffers.get(name) ?? allocate(columnBytes(type, length));
      buffers.set(name, buffer);
      return new arrayTypes[type](buffer as ArrayBuffer, 0, length) as StoreArrays[typeof type];
    },
  };
}
