import { mix } from '../../math/generator.ts';
import type { UniverseWorld } from '../world.ts';

/** Slots examined for a note. */
const tries = 24;

/**
 * Builds the choice of a particle for a note: among live ones drawn by `key` the one whose height fits best, so that high particles play
 * high notes. `height`: −1 floor to 1 ceiling of the universe. −1 when none of those drawn is alive.
 */
export function buildChooseParticle(world: UniverseWorld): (key: number, height: number) => number {
  const { used } = world.stores.Clock;
  const { lifetime } = world.stores.Life;
  const { y } = world.stores.Position;
  return (key, height) => {
    if (used[0] === 0) return -1;
    const wanted = height * world.document.parameters.boundsSize;
    let best = -1;
    for (let attempt = 0; attempt < tries; attempt++) {
      const slot = mix(key + attempt) % used[0];
      if (lifetime[slot] > 0 && (best < 0 || Math.abs(y[slot] - wanted) < Math.abs(y[best] - wanted))) best = slot;
    }
    return best;
  };
}

/** The height at which a particle for a note is searched: −0.8 for the lowest audible register to 0.8 for the highest. */
export function heightOfMidi(midi: number): number {
  return Math.max(-0.8, Math.min(0.8, (midi - 64) / 40));
}
