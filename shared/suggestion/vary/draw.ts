import { mix, nextState, uniformOf } from '../../math/generator.ts';

/** Random choices that follow from a key alone. */
export interface Draw {
  /** Returns a number in 0..1. */
  uniform(): number;
  /** Returns a number about 0 with a standard deviation of 1, never beyond ±3.5. */
  normal(): number;
  /** True in a share of the cases. */
  chance(share: number): boolean;
  /** Returns one of some things, of which there is at least one. */
  pick<T>(things: readonly T[]): T;
}

/** Starts choices for a key, a whole number. */
export function createDraw(key: number): Draw {
  let state = mix(key);
  const uniform = () => {
    state = nextState(state);
    return uniformOf(state);
  };
  return {
    uniform,
    // The sum of four has a variance of a third.
    normal: () => (uniform() + uniform() + uniform() + uniform() - 2) * Math.sqrt(3),
    chance: (share) => uniform() < share,
    pick: (things) => things[Math.floor(uniform() * things.length)],
  };
}
