import type { Share, UniverseWorld } from './world.ts';

/** Most slots that are sorted in one step; larger universes take turns, block by block of slots. */
const mostSorted = 131_072;
/** Entry of a slot without a particle. */
const nowhere = 0xffffffff;
/** Most turns that one turn stands for in time. */
const mostTurnsOfTime = 4;

/** Where a grid keeps what it has found for this step, for all members. */
const span = { firstCell: 0, endCell: 1, firstPlane: 2, planes: 3, count: 4, turns: 5, nextEven: 6, nextOdd: 7, length: 8 } as const;

export interface GridOptions {
  /** Of the scratch columns. */
  readonly name: string;
  /** Particles that look around in one step; more take turns. */
  readonly budget: number;
  /** Candidates that a particle looks at, and neighbours that it heeds, before it gives up: what a crowd in one place may cost. */
  readonly looked: number;
  readonly heeded: number;
}

/** What is done with those who meet, by whoever uses a grid. */
export interface GridWork {
  /** Copies what else is needed of `slot` to place `at` of the sorted order. */
  carry(at: number, slot: number): void;
  /** Prepares places start..end for `treat`. */
  clear(start: number, end: number): void;
  /** Treats place `i` with the first `count` of `found`: each pair that may be within reach comes up once, on one of its two sides. */
  treat(i: number, count: number): void;
}

export interface NeighbourGrid {
  /** Positions in m in the order of the cells, and whose they are. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  readonly slots: Uint32Array;
  /** Places of the neighbours of the particle that is being treated. */
  readonly found: Int32Array;
  /** Chooses the block of slots for this step, and how far apart neighbours are at most, in m. */
  begin(reach: number): void;
  /** Living particles in the block; after the phases have run. */
  readonly count: number;
  /** Steps that this one stands for, where particles take turns. */
  readonly turns: number;
  /** The phases that sort the particles and bring neighbours together. */
  phases(work: GridWork): readonly Share[];
}

/** Places in the sorted order of a world's grids. */
export function gridCapacity(pools: UniverseWorld['pools']): number {
  return Math.min(pools.particle.capacity, mostSorted);
}

/** Bits of a cell's number for each axis: about one cell for every slot. */
function gridBits(slots: number): [x: number, y: number, z: number] {
  let bits = 12;
  while (bits < 17 && 1 << bits < slots) bits += 1;
  const z = Math.floor(bits / 3);
  const y = Math.floor((bits - z) / 2);
  return [bits - z - y, y, z];
}

/** Part `member` of `members` of 0..length, as start and end. */
export function partOf(length: number, member: number, members: number): [start: number, end: number] {
  return [Math.floor((length * member) / members), Math.floor((length * (member + 1)) / members)];
}

/**
 * A uniform grid with periodic cells of edge `reach`, built by a stable counting sort, so that its order depends on the
 * slots alone. A cell looks at itself and at the thirteen cells that come after it, so each pair comes up once.
 * Cells of one plane change particles of that plane and the next only: all even planes can be treated at the same time,
 * and then all odd ones, by as many threads as there are, in an order of additions that is always the same.
 * @see Green 2008, "Particle Simulation using CUDA", for the sorted grid
 */
export function createNeighbourGrid(world: UniverseWorld, options: GridOptions): NeighbourGrid {
  const { name, budget, looked, heeded } = options;
  const { Position, Life, Clock } = world.stores;
  const { x, y, z } = Position;
  const { lifetime } = Life;
  const capacity = gridCapacity(world.pools);
  const [xBits, yBits, zBits] = gridBits(capacity);
  const rowLength = 1 << xBits;
  const xMask = rowLength - 1;
  const yMask = (1 << yBits) - 1;
  const zMask = (1 << zBits) - 1;
  const planeLength = 1 << (xBits + yBits);
  const planeShift = xBits + yBits;
  const cellCount = 1 << (xBits + yBits + zBits);
  const column = (key: string, length: number) => world.memory.column(`${name}.${key}`, 'u32', length);
  const sorted = (key: string) => world.memory.column(`${name}.${key}`, 'f32', capacity);
  const sx = sorted('x');
  const sy = sorted('y');
  const sz = sorted('z');
  const slots = column('slots', capacity);
  const cells = column('cells', capacity);
  const starts = column('starts', cellCount + 1);
  const found = new Int32Array(looked + 1);
  /** Stretches of the sorted order that a cell looks at: first place and end of each. */
  const stretches = new Int32Array(18);
  /** Of each member: how many particles of its part are in each cell, then where the next of them goes. */
  const tallies = Array.from({ length: world.members }, (_, member) => column(`tally${member}`, cellCount));
  const shared = column('span', span.length);
  let perCell = 1;
  let perSquare = 1;
  let blockStart = 0;
  let blockLength = 0;
  let turn = 0;

  const count: Share = (member, members) => {
    const tally = tallies[member];
    tally.fill(0);
    const [from, to] = partOf(blockLength, member, members);
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

  /** First cell whose particles begin at `place` of the sorted order, or after it. */
  const cellFrom = (place: number) => {
    let low = 0;
    let high = cellCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const addUp: Share = (member, members) => {
    if (member > 0) return;
    let sum = 0;
    for (let cell = 0; cell < cellCount; cell++) {
      starts[cell] = sum;
      for (let m = 0; m < members; m++) {
        const tally = tallies[m];
        const own = tally[cell];
        tally[cell] = sum;
        sum += own;
      }
    }
    starts[cellCount] = sum;
    const turns = Math.max(1, Math.ceil(sum / budget));
    const now = turn % turns;
    const firstCell = now === 0 ? 0 : cellFrom(Math.floor((sum * now) / turns));
    const endCell = now === turns - 1 ? cellCount : cellFrom(Math.floor((sum * (now + 1)) / turns));
    shared[span.firstCell] = firstCell;
    shared[span.endCell] = endCell;
    shared[span.firstPlane] = firstCell >> planeShift;
    // The planes of these cells, and the one after them.
    shared[span.planes] = Math.min(zMask + 1, (Math.max(firstCell, endCell - 1) >> planeShift) - (firstCell >> planeShift) + 2);
    shared[span.count] = sum;
    shared[span.turns] = turns;
    shared[span.nextEven] = 0;
    shared[span.nextOdd] = 1;
  };

  const buildScatter =
    ({ carry, clear }: GridWork): Share =>
    (member, members) => {
      const tally = tallies[member];
      const firstPlane = shared[span.firstPlane];
      const planes = shared[span.planes];
      const [from, to] = partOf(blockLength, member, members);
      for (let place = from; place < to; place++) {
        const cell = cells[place];
        if (cell === nowhere || (((cell >> planeShift) - firstPlane) & zMask) >= planes) continue;
        const at = tally[cell];
        tally[cell] = at + 1;
        const i = blockStart + place;
        sx[at] = x[i];
        sy[at] = y[i];
        sz[at] = z[i];
        slots[at] = i;
        carry(at, i);
      }
      const [begin, end] = partOf(shared[span.count], member, members);
      clear(begin, end);
    };

  /** The three cells of a row around one, as one or two stretches; says how many stretches there are now. */
  const addRow = (stretch: number, row: number, cx: number): number => {
    let next = stretch;
    const low = cx === 0 ? xMask : cx - 1;
    const high = cx === xMask ? 0 : cx + 1;
    if (low > high) {
      // Over the edge: in the order of the places in space, as everywhere.
      const middle = cx === 0 ? low : cx;
      stretches[next * 2] = starts[row + low];
      stretches[next * 2 + 1] = starts[row + middle + 1];
      next += 1;
      stretches[next * 2] = starts[row + (cx === 0 ? cx : high)];
      stretches[next * 2 + 1] = starts[row + high + 1];
    } else {
      stretches[next * 2] = starts[row + low];
      stretches[next * 2 + 1] = starts[row + high + 1];
    }
    return next + 1;
  };

  /** What a cell looks at beyond itself: the next cell of its row, the next row, and the three rows of the next plane. */
  const lookFrom = (cell: number): number => {
    const cx = cell & xMask;
    const cy = (cell >> xBits) & yMask;
    const plane = cell - (cell & (planeLength - 1));
    const above = ((cell >> planeShift) + 1) & zMask;
    const next = cell - cx + ((cx + 1) & xMask);
    stretches[0] = starts[next];
    stretches[1] = starts[next + 1];
    let stretch = addRow(1, plane + (((cy + 1) & yMask) << xBits), cx);
    for (let oy = -1; oy <= 1; oy++) stretch = addRow(stretch, (above << planeShift) + (((cy + oy) & yMask) << xBits), cx);
    return stretch;
  };

  const buildTreatCell =
    ({ treat }: GridWork) =>
    (cell: number) => {
      const begin = starts[cell];
      const end = starts[cell + 1];
      if (begin === end) return;
      const stretchCount = lookFrom(cell);
      for (let i = begin; i < end; i++) {
        const px = sx[i];
        const py = sy[i];
        const pz = sz[i];
        let hits = 0;
        let left = looked;
        let from = i + 1;
        let to = end;
        for (let stretch = 0; ; stretch++) {
          if (to - from > left) to = from + left;
          left -= to - from;
          for (let j = from; j < to; j++) {
            const dx = sx[j] - px;
            const dy = sy[j] - py;
            const dz = sz[j] - pz;
            found[hits] = j;
            // 1 more where the squared distance is less than the squared reach, without a branch that can't be foreseen.
            hits += ((Math.min((dx * dx + dy * dy + dz * dz) * perSquare, 1) | 0) - 1) >>> 31;
          }
          if (stretch === stretchCount || left === 0 || hits >= heeded) break;
          from = stretches[stretch * 2];
          to = stretches[stretch * 2 + 1];
        }
        if (hits > 0) treat(i, Math.min(hits, heeded));
      }
    };

  /** Treats the planes that nobody has taken yet, every second one. */
  const buildSweep =
    (next: number, treatCell: (cell: number) => void): Share =>
    () => {
      const firstPlane = shared[span.firstPlane];
      const firstCell = shared[span.firstCell];
      const endCell = shared[span.endCell];
      const planes = zMask + 1;
      for (let offset = Atomics.add(shared, next, 2); offset < planes; offset = Atomics.add(shared, next, 2)) {
        const plane = (firstPlane - (firstPlane & 1) + offset) & zMask;
        const begin = Math.max(firstCell, plane << planeShift);
        const end = Math.min(endCell, (plane + 1) << planeShift);
        for (let cell = begin; cell < end; cell++) treatCell(cell);
      }
    };

  return {
    x: sx,
    y: sy,
    z: sz,
    slots,
    found,
    begin(reach) {
      perCell = 1 / reach;
      perSquare = 1 / (reach * reach);
      const blocks = Math.max(1, Math.ceil(Clock.used[0] / mostSorted));
      blockStart = (Clock.tick[0] % blocks) * mostSorted;
      blockLength = Math.min(mostSorted, Clock.used[0] - blockStart);
      turn = Math.floor(Clock.tick[0] / blocks);
    },
    get count() {
      return shared[span.count];
    },
    get turns() {
      return Math.min(mostTurnsOfTime, shared[span.turns] * Math.max(1, Math.ceil(Clock.used[0] / mostSorted)));
    },
    phases(work) {
      const treatCell = buildTreatCell(work);
      return [count, addUp, buildScatter(work), buildSweep(span.nextEven, treatCell), buildSweep(span.nextOdd, treatCell)];
    },
  };
}
