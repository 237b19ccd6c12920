import { colours, type GridLayout, type GridScratch, span } from './layout.ts';

/**
 * Creates the choice of the cells whose turn it is, with as many particles as one step may process (`budget`). Writes their span, and divides
 * them among the threads.
 */
export function createCellTurns(
  { zMask, planeShift, cellCount }: GridLayout,
  { starts, shared }: GridScratch,
  budget: number,
): (turn: number, members: number) => void {
  /** First cell whose particles begin at `place` of the order, or after it. */
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

  /** Divides the cells among the threads, counted from the first plane on: about as many particles for each. */
  const shareOut = (firstPlane: number, planes: number, members: number) => {
    const firstCell = firstPlane << planeShift;
    const endCell = firstCell + (planes << planeShift);
    const begin = starts[firstCell];
    const straight = starts[Math.min(endCell, cellCount)] - begin;
    const around = endCell > cellCount ? starts[endCell - cellCount] : 0;
    for (let m = 1; m < members; m++) {
      const place = Math.floor(((straight + around) * m) / members);
      shared[span.totals + m] = place < straight ? cellFrom(begin + place) - firstCell : cellFrom(place - straight) + cellCount - firstCell;
    }
    shared[span.totals] = 0;
    shared[span.totals + members] = planes << planeShift;
  };

  return (turn, members) => {
    const sum = starts[cellCount];
    const turns = Math.max(1, Math.ceil(sum / budget));
    const now = turn % turns;
    const firstCell = now === 0 ? 0 : cellFrom(Math.floor((sum * now) / turns));
    const endCell = now === turns - 1 ? cellCount : cellFrom(Math.floor((sum * (now + 1)) / turns));
    shared[span.firstCell] = firstCell;
    shared[span.endCell] = endCell;
    const firstPlane = firstCell >> planeShift;
    // The planes of these cells, and the one after them.
    const planes = Math.min(zMask + 1, (Math.max(firstCell, endCell - 1) >> planeShift) - firstPlane + 2);
    shared[span.firstPlane] = firstPlane;
    shared[span.planes] = planes;
    shared[span.turns] = turns;
    shared.fill(0, span.taken, span.taken + colours);
    shareOut(firstPlane, planes, members);
  };
}
