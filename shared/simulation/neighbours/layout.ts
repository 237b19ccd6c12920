import type { UniverseWorld } from '../world.ts';

/** A plane is processed in strips of this many rows; at least two, so that the strips on both sides of a strip do not meet in it. */
const stripRowBits = 2;
/** Colours of planes and strips, even and odd: those of one colour never change the same particles. */
export const colours = 4;

/** The memory of a grid for this step, for all threads. */
export const span = { firstCell: 0, endCell: 1, firstPlane: 2, planes: 3, turns: 4, taken: 5, totals: 5 + colours } as const;

/** The bits of a cell's number by its place: x, then y, then z. Cells are periodic along each axis. */
export interface GridLayout {
  readonly xBits: number;
  readonly xMask: number;
  readonly yMask: number;
  readonly zMask: number;
  readonly planeShift: number;
  readonly stripShift: number;
  readonly stripsOfColour: number;
  readonly cellCount: number;
}

/** Returns a grid with a cell for one or two slots, and at least sixteen along each axis. */
export function layOut(slots: number): GridLayout {
  let bits = 12;
  while (bits < 16 && 1 << bits < slots) bits += 1;
  const zBits = Math.floor(bits / 3);
  const yBits = Math.floor((bits - zBits) / 2);
  const xBits = bits - zBits - yBits;
  return {
    xBits,
    xMask: (1 << xBits) - 1,
    yMask: (1 << yBits) - 1,
    zMask: (1 << zBits) - 1,
    planeShift: xBits + yBits,
    stripShift: xBits + stripRowBits,
    stripsOfColour: 1 << (yBits - stripRowBits - 1),
    cellCount: 1 << bits,
  };
}

/** Part `member` of `members` of 0..length, as start and end. */
export function spanOfMember(length: number, member: number, members: number): [start: number, end: number] {
  return [Math.floor((length * member) / members), Math.floor((length * (member + 1)) / members)];
}

/** The scratch of a grid, shared by all members. */
export function createScratch(world: UniverseWorld, name: string, layout: GridLayout, capacity: number) {
  const column = (key: string, length: number) => world.memory.column(`${name}.${key}`, 'u32', length);
  const sorted = (key: string) => world.memory.column(`${name}.${key}`, 'f32', capacity);
  return {
    /** Positions in m in the order of the cells, and their slots. */
    x: sorted('x'),
    y: sorted('y'),
    z: sorted('z'),
    slots: column('slots', capacity),
    /** Cell of each slot of the block. */
    cells: column('cells', capacity),
    /** First place of each cell. */
    starts: column('starts', layout.cellCount + 1),
    /** The place of the next particle of each cell. */
    next: column('next', layout.cellCount),
    /** For each thread: the number of particles of its part in each cell. */
    tallies: Array.from({ length: world.members }, (_, member) => column(`tally${member}`, layout.cellCount)),
    shared: column('span', span.totals + world.members + 1),
  };
}

export type GridScratch = ReturnType<typeof createScratch>;
