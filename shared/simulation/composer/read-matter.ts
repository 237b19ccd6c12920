import type { Matter } from '../../coupling/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';

/** Builds the reader of what the particles are like at a step; what it returns is overwritten by the next reading. */
export function buildMatterReader({ stores: { Senses } }: UniverseWorld): (moment: BarStep) => Matter {
  const matter: Matter = { speed: 0, contacts: 0, alive: 0, fullness: 0, unevenness: 0, order: 0, clumping: 0, spread: 0 };
  return ({ parameters }) => {
    matter.speed = Senses.meanSpeed[0] * parameters.timeScale;
    matter.contacts = Senses.bounces[0] + Senses.collisions[0] + Senses.crossings[0];
    matter.alive = Senses.alive[0];
    matter.fullness = Senses.alive[0] / parameters.particleCount;
    matter.unevenness = Senses.unevenness[0];
    matter.order = Senses.order[0];
    matter.clumping = Senses.clumping[0];
    matter.spread = Senses.spreadRadius[0] / parameters.boundsSize;
    return matter;
  };
}
