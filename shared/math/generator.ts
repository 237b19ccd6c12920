/**
 * Counter-based generator: state advances by a Weyl constant and is hashed (the mixing of splitmix32).
 * The state is one u32 that the caller keeps, so that it can live in a column, a snapshot and a hash.
 */
const weyl = 0x9e3779b9;

export function nextState(state: number): number {
  return (state + weyl) >>> 0;
}

/** The value of a state: uniform in [0, 1). */
export function uniformOf(state: number): number {
  return mix(state) * 2.3283064365386963e-10;
}

/** Hashes any u32 to a uniform u32. */
export function mix(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** Uniform in [0, 1), a function of its three keys alone. */
export function uniformAt(seed: number, a: number, b: number): number {
  return mix(mix(mix(seed) ^ Math.imul(a, 0x85ebca6b)) ^ Math.imul(b, 0xc2b2ae35)) * 2.3283064365386963e-10;
}

/** Draws from a state kept in a column. */
export function drawFrom(column: Uint32Array, index = 0): number {
  const state = nextState(column[index]);
  column[index] = state;
  return uniformOf(state);
}
