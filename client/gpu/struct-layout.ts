/** The types used in uniforms, with their WGSL size and alignment in bytes (WGSL §14.4.1). */
const wgslTypes = {
  f32: { size: 4, align: 4 },
  u32: { size: 4, align: 4 },
  vec2f: { size: 8, align: 8 },
  vec3f: { size: 12, align: 16 },
  vec4f: { size: 16, align: 16 },
  mat4x4f: { size: 64, align: 16 },
} as const;
export type WgslType = keyof typeof wgslTypes;

export type StructFields = Readonly<Record<string, WgslType>>;

/** The value from which a field of each type is written. */
export type StructValues<F extends StructFields> = {
  readonly [K in keyof F]: F[K] extends 'f32' | 'u32' ? number : ArrayLike<number>;
};

interface StructLayout<F extends StructFields = StructFields> {
  readonly name: string;
  readonly fields: F;
  /** Byte offset of each field. */
  readonly offsets: Readonly<Record<keyof F, number>>;
  /** Bytes, rounded up to 16 so that structs can follow one another in a uniform. */
  readonly size: number;
  /** The WGSL declaration. */
  readonly text: string;
}

const roundUp = (value: number, to: number) => Math.ceil(value / to) * to;

/** Lays the fields out as WGSL does and returns the struct's declaration with it, so that neither side is written by hand. */
export function layoutStruct<const F extends StructFields>(name: string, fields: F): StructLayout<F> {
  let end = 0;
  const offsets: Record<string, number> = {};
  for (const [field, type] of Object.entries(fields)) {
    const { size, align } = wgslTypes[type];
    offsets[field] = roundUp(end, align);
    end = offsets[field] + size;
  }
  const lines = Object.entries(fields).map(([field, type]) => `  ${field}: ${type},`);
  // A 16-byte member of its own would cost space; the attribute aligns the struct where it is nested.
  const text = `struct ${name} {\n${lines.join('\n')}\n}`;
  return { name, fields, offsets: offsets as Record<keyof F, number>, size: roundUp(end, 16), text };
}

/** Writes values at `base` bytes into a buffer viewed as floats and as words. */
export function writeStruct<F extends StructFields>(
  layout: StructLayout<F>,
  values: StructValues<F>,
  target: { readonly floats: Float32Array; readonly words: Uint32Array },
  base: number,
): void {
  for (const field in layout.fields) {
    const at = (base + layout.offsets[field]) / 4;
    const value: number | ArrayLike<number> = values[field];
    if (typeof value !== 'number') target.floats.set(value, at);
    else if (layout.fields[field] === 'u32') target.words[at] = value;
    else target.floats[at] = value;
  }
}
