import { type Axis, axes, type PadPlace } from './axes.ts';

/** Trials by which a universe nears a place on the pads: the table of parameters knows directions, the measures say how far. */
export interface Approach {
  /** Where to aim next, beyond the place or short of it: for `movedTo`, always from the start. */
  aim(): Partial<PadPlace>;
  /** Learns where the last aim led; null: to a universe that must not be shown. Returns true when that is the nearest yet. */
  tell(place: PadPlace | null): boolean;
  /** Share of the way that remains from the nearest yet: 0 has arrived, 1 is as far away as at the start. */
  readonly left: number;
}

/** A trial that came nearer than all before it. */
interface Reached {
  readonly aim: Partial<PadPlace>;
  readonly place: PadPlace;
  readonly left: number;
}

/** Least and largest way by place that a unit of aim is believed to lead, and the longest change of an aim between two trials. */
const leastGain = 0.3;
const largestGain = 2.5;
const longestChange = 0.8;
/** How far beyond the ends of the pads it may aim. */
const farthest = 2;
/** Share of the last change that is tried after one that did not help: also to its other side. */
const retreat = -0.45;

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/**
 * Begins an approach from a place to another; axes that are not named are not aimed at. Each trial goes from the nearest yet by what is
 * missing, divided by how far aims have led on that axis so far (a secant for each axis, since the table keeps them apart).
 */
export function createApproach(from: PadPlace, to: Partial<PadPlace>): Approach {
  const named = axes.filter((axis) => to[axis] !== undefined);
  const missOf = (place: PadPlace, axis: Axis) => (to[axis] ?? place[axis]) - place[axis];
  const lengthOf = (place: PadPlace) => Math.sqrt(named.reduce((sum, axis) => sum + missOf(place, axis) * missOf(place, axis), 0));
  const whole = lengthOf(from);
  let nearest: Reached = { aim: from, place: from, left: whole > 0 ? 1 : 0 };
  let aimed: Partial<PadPlace> = from;
  let share = 1;

  /** How far a unit of aim leads on an axis, by the nearest trial. */
  function gainOf(axis: Axis): number {
    const way = (nearest.aim[axis] ?? from[axis]) - from[axis];
    return Math.abs(way) < 0.02 ? 1 : clamp((nearest.place[axis] - from[axis]) / way, leastGain, largestGain);
  }

  return {
    aim() {
      const next: Partial<Record<Axis, number>> = {};
      for (const axis of named) {
        const change = clamp((share * missOf(nearest.place, axis)) / gainOf(axis), -longestChange, longestChange);
        next[axis] = clamp((nearest.aim[axis] ?? from[axis]) + change, -farthest, farthest);
      }
      aimed = next;
      return next;
    },
    tell(place) {
      const left = place && whole > 0 ? lengthOf(place) / whole : 1;
      if (!place || left >= nearest.left) {
        share *= retreat;
        return false;
      }
      share = 1;
      nearest = { aim: aimed, place, left };
      return true;
    },
    get left() {
      return nearest.left;
    },
  };
}
