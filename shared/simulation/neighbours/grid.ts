import { stepBudget } from '../step-budget.ts';
import type { Share, UniverseWorld } from '../world.ts';
import { createScratch, type GridScratch, layOut, spanOfMember, span } from './layout.ts';
import { createGridSort, type SortOptions } from './sort.ts';
import { createGridSweep, type SweepOptions } from './sweep.ts';

/** The limits of a step. */
export type GridLimits = SortOptions & SweepOptions;

/** The callbacks by which a grid's user treats pairs. */
interface GridWork {
  /** Copies further values of `slot` to place `at` of the sorted order. */
  carry(at: number, slot: number): void;
  /** Prepares places start..end for `treat`. */
  clear(start: number, end: number): void;
  /** Treats place `i` with the first `count` of `found`: each pair that may be within reach occurs once, on one of its two sides. */
  treat(i: number, count: number): void;
  /** Finishes places start..end when all pairs have been treated; in their order, on any thread. */
  finish?(start: number, end: number): void;
  /**
   * The same for the places of start..end whose slots are firstSlot..endSlot; the order does not matter: each thread writes its own slots.
   */
  settle?(start: number, end: number, firstSlot: number, endSlot: number): void;
}

export interface NeighbourGrid extends Pick<GridScratch, 'x' | 'y' | 'z' | 'slots'> {
  /** Most places in the sorted order. */
  readonly capacity: number;
  /** Places of the neighbours of the particle that is being treated. */
  readonly found: Int32Array;
  /** Chooses the block of slots for this step, and the largest distance of neighbours, in m. */
  begin(reach: number): void;
  /** Steps that this one represents when particles take turns. */
  readonly turns: number;
  /** The phases that sort the particles and find neighbours. */
  phases(work: GridWork): readonly Share[];
}

/** A uniform grid with periodic cells; `name` is that of its scratch columns. @see Green 2008, "Particle Simulation using CUDA", for the sorted grid */
export function createNeighbourGrid(world: UniverseWorld, name: string, limits: GridLimits): NeighbourGrid {
  const capacity = Math.min(world.pools.particle.capacity, limits.block);
  const layout = layOut(capacity);
  const scratch = createScratch(world, name, layout, capacity);
  const sort = createGridSort(world, layout, scratch, limits);
  const sweep = createGridSweep(layout, scratch, limits);
  const { starts, shared } = scratch;

  /** Visits a thread's part of the filled places: those of some planes, which may continue at the first one. */
  const buildVisit =
    (visit: (start: number, end: number) => void): Share =>
    (member, members) => {
      const first = shared[span.firstPlane];
      const end = first + shared[span.planes];
      const placeOf = (plane: number) => starts[Math.min(plane, layout.zMask + 1) << layout.planeShift];
      const begin = placeOf(first);
      const length = placeOf(end) - begin;
      const wrapped = end > layout.zMask + 1 ? placeOf(end - layout.zMask - 1) : 0;
      const [from, to] = spanOfMember(length + wrapped, member, members);
      if (from < length) visit(begin + from, begin + Math.min(to, length));
      if (to > length) visit(Math.max(0, from - length), to - length);
    };

  const buildSettle = (settle: (start: number, end: number, firstSlot: number, endSlot: number) => void): Share => {
    let firstSlot = 0;
    let endSlot = 0;
    const settleAll = buildVisit((start, end) => settle(start, end, firstSlot, endSlot));
    return (member, members) => {
      const [from, to] = spanOfMember(sort.blockLength, member, members);
      firstSlot = sort.blockStart + from;
      endSlot = sort.blockStart + to;
      settleAll(0, 1);
    };
  };

  return {
    x: scratch.x,
    y: scratch.y,
    z: scratch.z,
    slots: scratch.slots,
    capacity,
    found: sweep.found,
    begin(reach) {
      sort.begin(reach);
      sweep.begin(reach);
    },
    get turns() {
      return Math.min(stepBudget.turns, shared[span.turns] * sort.blocks);
    },
    phases({ carry, clear, treat, finish, settle }) {
      const sorted = sort.phases(carry);
      const scatter = sorted.at(-1)!;
      const wipe = buildVisit(clear);
      const scatterAndWipe: Share = (member, members) => {
        scatter(member, members);
        wipe(member, members);
      };
      const ends = [...(settle ? [buildSettle(settle)] : []), ...(finish ? [buildVisit(finish)] : [])];
      return [...sorted.slice(0, -1), scatterAndWipe, ...sweep.phases(treat), ...ends];
    },
  };
}
