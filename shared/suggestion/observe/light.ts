import type { UniverseWorld } from '../../simulation/world.ts';

/**
 * Builds the reader of the light of the whole picture, up to a factor: the living particles, each as bright as the links make all of them,
 * and twice as bright at the height of a flash. It takes every particle for a part of the picture as large as any other, and so shows more
 * of a common flash than the picture does.
 */
export function buildLight({ stores: { Clock, Life, Look, Modulation } }: UniverseWorld): () => number {
  const { lifetime } = Life;
  const { flash } = Look;
  return () => {
    let light = 0;
    for (let slot = 0; slot < Clock.used[0]; slot++) if (lifetime[slot] > 0) light += 1 + flash[slot] * flash[slot];
    return light * Modulation.brightness[0];
  };
}
