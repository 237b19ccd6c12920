import type { Share, UniverseWorld } from '../world.ts';
import { type GridLayout, type GridScratch, spanOfMember, span } from './layout.ts';
import { createCellTurns } from './turns.ts';

/** Cell of a slot without a particle. */
const nowhere = 0xffffffff;

export interface SortOptions {
  /** Slots that are sorted in one step; larger universes take turns, block by block. */
  readonly block: number;
  /** Particles that search neighbours in one step; more take turns. */
  readonly budget: number;
}

export interface GridSort {
  /** Chooses the block of slots for this step; cells have an edge of `reach` metres. */
  begin(reach: number): void;
  /** Blocks that take turns, and the slots of this one. */
  readonly blocks: number;
  readonly blockStart: number;
  readonly blockLength: number;
  phases(carry: (at: number, slot: number) => void): readonly Share[];
}

/**
 * Sorts the live slots of a block by their cells: a stable counting sort, so that the order depends on the slots alone, for any number of
 * threads. When more than `budget` are alive, only the cells whose turn it is are filled, and those beside them.
 */
export function createGridSort(world: UniverseWorld, layout: GridLayout, scratch: GridScratch, { block, budget }: SortOptions): GridSort {
  const { x, y, z } = world.stores.Position;
  const { lifetime } = world.stores.Life;
  const { Clock } = world.stores;
  const { xBits, xMask, yMask, zMask, planeShift, cellCount } = layout;
  const { x: sx, y: sy, z: sz, slots, cells, starts, next, tallies, shared } = scratch;
  let perCell = 1;
  let blocks = 1;
  let blockStart = 0;
  let blockLength = 0;
  let turn = 0;

  const count: Share = (member, members) => {
    const tally = tallies[member];
    tally.fill(0);
    const [from, to] = spanOfMember(blockLength, member, members);
    for (let at = from; at < to; at++) {
      const i = blockStart + at;
      if (lifetime[i] === 0) {
        cells[at] = nowhere;
        continue;
      }
      const cx = Math.floor(x[i] * perCell) & xMask;
      const cy = Math.floor(y[i] * perCell) & yMask;
      const cz = Math.floor(z[i] * perCell) & zMask;
      const cell = (cz << planeShift) | (cy << xBits) | cx;
      cells[at] = cell;
      tally[cell] += 1;
    }
  };

  const total: Share = (member, members) => {
    // A thread alone begins at the first place.
    if (members === 1) return;
    const [begin, end] = spanOfMember(cellCount, member, members);
    let sum = 0;
    for (let m = 0; m < members; m++) {
      const tally = tallies[m];
      for (let cell = begin; cell < end; cell++) sum += tally[cell];
    }
    shared[span.totals + member] = sum;
  };

  /** Computes the first places of this thread's cells. */
  const order: Share = (member, members) => {
    const [begin, end] = spanOfMember(cellCount, member, members);
    let sum = 0;
    for (let m = 0; m < member; m++) sum += shared[span.totals + m];
    const [alone] = tallies;
    for (let cell = begin; members === 1 && cell < end; cell++) {
      starts[cell] = sum;
      next[cell] = sum;
      sum += alone[cell];
    }
    for (let cell = begin; members > 1 && cell < end; cell++) {
      starts[cell] = sum;
      next[cell] = sum;
      for (let m = 0; m < members; m++) sum += tallies[m][cell];
    }
    if (member === members - 1) starts[cellCount] = sum;
  };

  const chooseTurn = createCellTurns(layout, scratch, budget);
  const takeTurn: Share = (member, members) => {
    if (member === 0) chooseTurn(turn, members);
  };

  /** Each thread fills its own cells: threads that write to adjacent memory would wait for each other. */
  const buildScatter =
    (carry: (at: number, slot: number) => void): Share =>
    (member) => {
      const firstCell = shared[span.firstPlane] << planeShift;
      const from = shared[span.totals + member];
      const to = shared[span.totals + member + 1];
      for (let place = 0; place < blockLength; place++) {
        const cell = cells[place];
        const beyond = (cell - firstCell) & (cellCount - 1);
        if (beyond < from || beyond >= to || cell === nowhere) continue;
        const at = next[cell];
        next[cell] = at + 1;
        const i = blockStart + place;
        sx[at] = x[i];
        sy[at] = y[i];
        sz[at] = z[i];
        slots[at] = i;
        carry(at, i);
      }
    };

  return {
    begin(reach) {
      perCell = 1 / reach;
      blocks = Math.max(1, Math.ceil(Clock.used[0] / block));
      blockStart = (Clock.tick[0] % blocks) * block;
      blockLength = Math.min(block, Clock.used[0] - blockStart);
      turn = Math.floor(Clock.tick[0] / blocks);
    },
    get blocks() {
      return blocks;
    },
    get blockStart() {
      return blockStart;
    },
    get blockLength() {
      return blockLength;
    },
    phases: (carry) => [count, total, order, takeTurn, buildScatter(carry)],
  };
}
