/** Cells of the hash table; a power of two. Cells that share an entry only cost a longer look. */
const tableSize = 8192;

export interface NeighbourGrid {
  /** Slots found by the last `gather`. */
  readonly neighbours: Uint32Array;
  /** Sorts the living slots of start..end into cells of edge `reach` metres. */
  fill(start: number, end: number, reach: number, lifetime: Float32Array): void;
  /** Finds up to `heeded` neighbours of slot i within `reach`, after looking at no more than `looked`; says how many. */
  gather(i: number, reach: number, looked: number, heeded: number): number;
}

/** A uniform grid over a block of at most `capacity` slots, hashed and built by counting sort: its order depends on slots alone. */
export function createNeighbourGrid(
  capacity: number,
  position: { readonly x: Float32Array; readonly y: Float32Array; readonly z: Float32Array },
): NeighbourGrid {
  const { x, y, z } = position;
  const starts = new Uint32Array(tableSize + 1);
  const cells = new Uint32Array(capacity);
  const sorted = new Uint32Array(capacity);
  const neighbours = new Uint32Array(64);
  let perCell = 1;

  const entryOf = (cx: number, cy: number, cz: number) =>
    (Math.imul(cx, 73856093) ^ Math.imul(cy, 19349663) ^ Math.imul(cz, 83492791)) & (tableSize - 1);

  return {
    neighbours,
    fill(start, end, reach, lifetime) {
      perCell = 1 / reach;
      starts.fill(0);
      for (let i = start; i < end; i++) {
        if (lifetime[i] === 0) continue;
        const entry = entryOf(Math.floor(x[i] * perCell), Math.floor(y[i] * perCell), Math.floor(z[i] * perCell));
        cells[i - start] = entry;
        starts[entry] += 1;
      }
      // Now ends of the entries; filled from the back, each becomes its entry's start.
      for (let entry = 1; entry <= tableSize; entry++) starts[entry] += starts[entry - 1];
      for (let i = end - 1; i >= start; i--) {
        if (lifetime[i] === 0) continue;
        const entry = cells[i - start];
        starts[entry] -= 1;
        sorted[starts[entry]] = i;
      }
    },
    gather(i, reach, looked, heeded) {
      const cx = Math.floor(x[i] * perCell);
      const cy = Math.floor(y[i] * perCell);
      const cz = Math.floor(z[i] * perCell);
      const limit = reach * reach;
      let count = 0;
      let left = looked;
      for (let oz = -1; oz <= 1; oz++) {
        for (let oy = -1; oy <= 1; oy++) {
          for (let ox = -1; ox <= 1; ox++) {
            const entry = entryOf(cx + ox, cy + oy, cz + oz);
            const stop = starts[entry + 1];
            for (let at = starts[entry]; at < stop; at++) {
              const j = sorted[at];
              if (j === i) continue;
              if (left-- === 0) return count;
              const dx = x[j] - x[i];
              const dy = y[j] - y[i];
              const dz = z[j] - z[i];
              if (dx * dx + dy * dy + dz * dz >= limit) continue;
              neighbours[count++] = j;
              if (count === heeded) return count;
            }
          }
        }
      }
      return count;
    },
  };
}
