import { exp } from '../../math/exact.ts';

/** Cells along each side of the cube that is counted, and its half width in mean distances from the middle. */
const side = 8;
const cells = side * side * side;
const halfWidth = 2;

/** Measures how much a sample of particles clings together. */
export interface Clumping {
  /** Begins a sample; `meanDistance` of the particles from the middle in m, which sets the size of the cells. */
  begin(meanDistance: number): void;
  /** Adds a particle at a place in m. */
  add(x: number, y: number, z: number): void;
  /** Returns 0..1 for the particles that were added: one minus the cells in which they are, as a share of those that as many would be in by chance. */
  of(count: number): number;
}

export function buildClumping(): Clumping {
  const isFull = new Uint8Array(cells);
  let perMetre = 0;
  let full = 0;
  const indexOf = (metres: number) => Math.max(0, Math.min(side - 1, Math.floor(metres * perMetre + side / 2)));
  return {
    begin(meanDistance) {
      isFull.fill(0);
      full = 0;
      perMetre = side / 2 / (halfWidth * Math.max(1e-3, meanDistance));
    },
    add(x, y, z) {
      const cell = (indexOf(x) * side + indexOf(y)) * side + indexOf(z);
      full += 1 - isFull[cell];
      isFull[cell] = 1;
    },
    // Occupancy of cells by particles that fall anywhere.
    of: (count) => (count === 0 ? 0 : Math.max(0, 1 - full / (cells * (1 - exp(-count / cells))))),
  };
}
