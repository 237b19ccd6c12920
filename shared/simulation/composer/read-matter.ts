import { type Matter, ordinaryMatter } from '../../coupling/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';

/** Births per second with which their manner has half its effect. */
const halfBirths = 5;
/** Share of the sliding speed in the speed of an ordinary contact. */
const sliding = 0.5;
const halfTurn = 180;

/** How much particles are born unlike one another in an emission. */
const varietyOf = ({ rateVariation, speedVariation, lifetimeVariation }: ParameterValues) =>
  (rateVariation + speedVariation + lifetimeVariation) / 3;

/** The share of its speed that a particle keeps at a bounce, and at a collision with another. */
const keptAtBounce = ({ restitution, friction }: ParameterValues) => restitution * (1 - sliding) + (1 - friction) * sliding;
const keptAtCollision = ({ restitution, collisionDamping, friction }: ParameterValues) =>
  restitution * (1 - collisionDamping) * (1 - sliding) + (1 - friction) * sliding;

/** Builds the reader of what the particles are like at a step; what it returns is overwritten by the next reading. */
export function buildMatterReader({ stores: { Senses } }: UniverseWorld): (moment: BarStep) => Matter {
  const matter: Matter = { ...ordinaryMatter };
  const between = (usual: number, value: number, share: number) => usual + (value - usual) * share;
  return ({ parameters }) => {
    matter.speed = Senses.meanSpeed[0] * parameters.timeScale;
    matter.contacts = Senses.bounces[0] + Senses.collisions[0] + Senses.crossings[0];
    matter.alive = Senses.alive[0];
    matter.fullness = Senses.alive[0] / parameters.particleCount;
    matter.unevenness = Senses.unevenness[0];
    matter.order = Senses.order[0];
    matter.clumping = Senses.clumping[0];
    matter.spread = Senses.spreadRadius[0] / parameters.boundsSize;
    const born = Senses.births[0] / (Senses.births[0] + halfBirths);
    matter.variety = between(ordinaryMatter.variety, varietyOf(parameters), born);
    matter.fan = between(ordinaryMatter.fan, parameters.spread / halfTurn, born);
    const struck = Senses.bounces[0] + Senses.collisions[0];
    const kept = Senses.bounces[0] * keptAtBounce(parameters) + Senses.collisions[0] * keptAtCollision(parameters);
    matter.springiness = struck > 0 ? kept / struck : ordinaryMatter.springiness;
    return matter;
  };
}
