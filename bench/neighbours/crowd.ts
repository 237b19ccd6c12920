import { uniformAt } from '../../shared/math/generator.ts';
import { createWorld } from '../../shared/simulation/create-world.ts';
import type { Memory } from '../../shared/simulation/memory.ts';
import type { UniverseWorld } from '../../shared/simulation/world.ts';
import { defaultDocument } from '../../shared/universe/index.ts';

const wantedNeighbours = 16;
/** Half the edge of the cube that the crowd fills, in m. */
export const halfWidth = 5;

/** Creates an even crowd of one species that flocks, and the distance within which its particles have sixteen neighbours. */
export function createCrowd(particles: number, memory?: Memory, members?: number): { world: UniverseWorld; reach: number } {
  const document = defaultDocument();
  const perVolume = particles / (2 * halfWidth) ** 3;
  const reach = Math.cbrt(wantedNeighbours / (perVolume * (4 / 3) * Math.PI));
  Object.assign(document.parameters, { particleCount: particles, particleRadius: reach / 9, cohesion: 1, separation: 1, alignment: 1 });
  const world = createWorld(document, memory, members);
  const { Position, Velocity, Life, Clock } = world.stores;
  Clock.used[0] = particles;
  for (let i = 0; i < particles; i++) {
    Position.x[i] = (uniformAt(1, i, 0) * 2 - 1) * halfWidth;
    Position.y[i] = (uniformAt(1, i, 1) * 2 - 1) * halfWidth;
    Position.z[i] = (uniformAt(1, i, 2) * 2 - 1) * halfWidth;
    Velocity.x[i] = uniformAt(1, i, 3) - 0.5;
    Velocity.y[i] = uniformAt(1, i, 4) - 0.5;
    Velocity.z[i] = uniformAt(1, i, 5) - 0.5;
    Life.lifetime[i] = 100;
  }
  return { world, reach };
}
