import type { Share } from '../world.ts';
import { colours, type GridLayout, type GridScratch, span } from './layout.ts';

export interface SweepOptions {
  /** Most candidates that a particle checks, and most neighbours that it uses: the bound of the cost of a crowd in one place. */
  readonly looked: number;
  readonly heeded: number;
}

export interface GridSweep {
  /** Places of the neighbours of the particle that is being treated. */
  readonly found: Int32Array;
  begin(reach: number): void;
  /** A phase for each colour. `treat` gets a place and the number of valid entries of `found`. */
  phases(treat: (i: number, count: number) => void): readonly Share[];
}

/**
 * Finds neighbours: a cell checks itself and the thirteen cells after it, so each pair occurs once. It only changes its own strip of rows,
 * the rows beside that, and the next plane: strips of one colour can be processed at the same time, by any number of threads, and every sum
 * is added up in the same order.
 */
export function createGridSweep(layout: GridLayout, scratch: GridScratch, { looked, heeded }: SweepOptions): GridSweep {
  const { xBits, xMask, yMask, zMask, planeShift, stripShift, stripsOfColour } = layout;
  const { x, y, z, starts, shared } = scratch;
  const found = new Int32Array(looked + 1);
  /** Ranges of the sorted order that a cell checks: first place and end of each. */
  const stretches = new Int32Array(18);
  let perSquare = 1;

  const addStretch = (stretch: number, begin: number, end: number): number => {
    stretches[stretch * 2] = begin;
    stretches[stretch * 2 + 1] = end;
    return stretch + 1;
  };

  /** Adds the three cells of a row around a cell, in the order of their positions: over the edge they are two ranges. */
  const addRow = (stretch: number, row: number, cx: number): number => {
    if (cx === 0) return addStretch(addStretch(stretch, starts[row + xMask], starts[row + xMask + 1]), starts[row], starts[row + 2]);
    if (cx < xMask) return addStretch(stretch, starts[row + cx - 1], starts[row + cx + 2]);
    return addStretch(addStretch(stretch, starts[row + cx - 1], starts[row + cx + 1]), starts[row], starts[row + 1]);
  };

  /** Collects the rows that a cell checks beyond its own: the next row, and the three rows of the next plane. */
  const lookFrom = (cell: number): number => {
    const cx = cell & xMask;
    const cy = (cell >> xBits) & yMask;
    const plane = cell >> planeShift;
    const above = (plane + 1) & zMask;
    let stretch = addRow(0, (plane << planeShift) | (((cy + 1) & yMask) << xBits), cx);
    for (let oy = -1; oy <= 1; oy++) stretch = addRow(stretch, (above << planeShift) | (((cy + oy) & yMask) << xBits), cx);
    // The cell after the last one of a row is its first.
    return cx < xMask ? stretch : addStretch(stretch, starts[cell - xMask], starts[cell - xMask + 1]);
  };

  /** Processes cells begin..end. All that the inner loop reads is in locals: it is the hottest of the whole step. */
  const buildTreatCells = (treat: (i: number, count: number) => void) => (begin: number, end: number) => {
    const [ax, ay, az, hit, cellStarts, stretch, scale] = [x, y, z, found, starts, stretches, perSquare];
    for (let cell = begin; cell < end; cell++) {
      const first = cellStarts[cell];
      const last = cellStarts[cell + 1];
      if (first === last) {
        // Nor does the rest of its row need a look, if that is empty too.
        if (cellStarts[(cell | xMask) + 1] === first) cell |= xMask;
        continue;
      }
      const count = lookFrom(cell);
      // The rest of the cell and the next cell of its row are adjacent.
      const rowEnd = (cell & xMask) === xMask ? last : cellStarts[cell + 2];
      for (let i = first; i < last; i++) {
        const px = ax[i];
        const py = ay[i];
        const pz = az[i];
        let hits = 0;
        let left = looked;
        let from = i + 1;
        let to = rowEnd;
        for (let next = 0; ; next++) {
          if (to - from > left) to = from + left;
          left -= to - from;
          for (let j = from; j < to; j++) {
            const dx = ax[j] - px;
            const dy = ay[j] - py;
            const dz = az[j] - pz;
            hit[hits] = j;
            // Adds 1 when the squared distance is less than the squared reach, without an unpredictable branch.
            // From 46 341 reaches on the integer wraps: the treatment of the pair checks its distance anyway.
            hits += ((((dx * dx + dy * dy + dz * dz) * scale) | 0) - 1) >>> 31;
          }
          if (next === count || left === 0 || hits >= heeded) break;
          from = stretch[next * 2];
          to = stretch[next * 2 + 1];
        }
        if (hits > 0) treat(i, Math.min(hits, heeded));
      }
    }
  };

  /** Processes the strips of one colour that no thread has taken yet. */
  const buildSweep =
    (colour: number, treatCells: (begin: number, end: number) => void): Share =>
    () => {
      const firstCell = shared[span.firstCell];
      const endCell = shared[span.endCell];
      const parity = colour & 1;
      const firstOfColour = ((firstCell >> planeShift) + 1 - parity) >> 1;
      for (;;) {
        const taken = Atomics.add(shared, span.taken + colour, 1);
        const plane = 2 * (firstOfColour + Math.floor(taken / stripsOfColour)) + parity;
        const strip = 2 * (taken % stripsOfColour) + (colour >> 1);
        const begin = (plane << planeShift) | (strip << stripShift);
        if (plane > zMask || begin >= endCell) return;
        treatCells(Math.max(firstCell, begin), Math.min(endCell, begin + (1 << stripShift)));
      }
    };

  return {
    found,
    begin(reach) {
      perSquare = 1 / (reach * reach);
    },
    phases(treat) {
      const treatCells = buildTreatCells(treat);
      return Array.from({ length: colours }, (_, colour) => buildSweep(colour, treatCells));
    },
  };
}
