import { uniformAt } from '../math/generator.ts';

/** Cells along each edge of the periodic lattice; a power of two. */
export const latticeSize = 16;
/** Drift of the eddies along each axis, in cells per second. */
export const eddyDrift = [0.11, 0.07, 0.13] as const;
const pointCount = latticeSize * latticeSize * latticeSize;
const mask = latticeSize - 1;

/** Index of a lattice point's first component; coordinates wrap. */
function pointAt(i: number, j: number, k: number): number {
  return ((((k & mask) * latticeSize + (j & mask)) * latticeSize + (i & mask)) * 3) | 0;
}

/**
 * A divergence-free vector field on a periodic lattice, f32[16³ × 3], of unit mean square length: the curl of a random
 * vector potential, by central differences. @see Bridson, Hourihan, Nordenstam 2007, "Curl-Noise for Procedural Fluid Flow"
 */
export function createCurlField(seed: number): Float32Array {
  const potential = new Float64Array(pointCount * 3);
  for (let index = 0; index < potential.length; index++) potential[index] = 2 * uniformAt(seed, index, 0x7a5) - 1;
  const p = (i: number, j: number, k: number, component: number) => potential[pointAt(i, j, k) + component];
  const field = new Float32Array(potential.length);
  let squares = 0;
  for (let k = 0; k < latticeSize; k++) {
    for (let j = 0; j < latticeSize; j++) {
      for (let i = 0; i < latticeSize; i++) {
        const at = pointAt(i, j, k);
        field[at] = p(i, j + 1, k, 2) - p(i, j - 1, k, 2) - p(i, j, k + 1, 1) + p(i, j, k - 1, 1);
        field[at + 1] = p(i, j, k + 1, 0) - p(i, j, k - 1, 0) - p(i + 1, j, k, 2) + p(i - 1, j, k, 2);
        field[at + 2] = p(i + 1, j, k, 1) - p(i - 1, j, k, 1) - p(i, j + 1, k, 0) + p(i, j - 1, k, 0);
        squares += field[at] * field[at] + field[at + 1] * field[at + 1] + field[at + 2] * field[at + 2];
      }
    }
  }
  const scale = 1 / Math.sqrt(squares / pointCount);
  for (let index = 0; index < field.length; index++) field[index] *= scale;
  return field;
}

/** Values of one cell in `createCurlCells`: a component of the field at each of its eight corners, for three components. */
export const cellValues = 24;

/**
 * A curl field laid out for reading: all values for an interpolation within a cell are adjacent, f64[16³ × 24], the corners of x, then of
 * y, then of z. A corner's index among the eight is its x + 2 y + 4 z. One index instead of eight, and numbers of the width of JavaScript:
 * a quarter faster than the lattice, for sixteen times its memory.
 */
export function createCurlCells(seed: number): Float64Array {
  const field = createCurlField(seed);
  const cells = new Float64Array(pointCount * cellValues);
  for (let at = 0; at < cells.length; at++) {
    const cell = Math.floor(at / cellValues);
    const component = (at % cellValues) >> 3;
    const i = (cell & mask) + (at & 1);
    const j = ((cell / latticeSize) & mask) + ((at >> 1) & 1);
    const k = ((cell / (latticeSize * latticeSize)) & mask) + ((at >> 2) & 1);
    cells[at] = field[pointAt(i, j, k) + component];
  }
  return cells;
}
