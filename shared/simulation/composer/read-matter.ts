import { type Matter, ordinaryMatter } from '../../coupling/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { Emitter, UniverseDocument } from '../../universe/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';

/** Births per second with which their manner has half its effect. */
const halfBirths = 5;
/** Share of the sliding speed in the speed of an ordinary contact. */
const sliding = 0.5;
const halfTurn = 180;

const isMoving = ({ rate, speed }: Emitter) => rate > 0 && speed > 0;
const isAimed = (emitter: Emitter) =>
  isMoving(emitter) && (emitter.directionX !== 0 || emitter.directionY !== 0 || emitter.directionZ !== 0);

/** How much particles are born unlike one another in an emission; a speed varies where there is one. */
function varietyOf({ parameters, emitters }: UniverseDocument): number {
  const { rateVariation, speedVariation, lifetimeVariation, particleSpeed } = parameters;
  const moving = particleSpeed > 0 && emitters.some(isMoving);
  return (rateVariation + lifetimeVariation + (moving ? speedVariation : 0)) / 3;
}

/** How far the directions of an emission fan out; an emitter without a direction has none to fan out from. */
function fanOf({ parameters: { particleSpeed, spread }, emitters }: UniverseDocument): number {
  return particleSpeed > 0 && emitters.some(isAimed) ? spread / halfTurn : ordinaryMatter.fan;
}

/** The share of its speed that a particle keeps at a bounce, and at a collision with another. */
const keptAtBounce = ({ restitution, friction }: ParameterValues) => restitution * (1 - sliding) + (1 - friction) * sliding;
const keptAtCollision = ({ restitution, collisionDamping, friction }: ParameterValues) =>
  restitution * (1 - collisionDamping) * (1 - sliding) + (1 - friction) * sliding;

/** Builds the reader of what the particles are like at a step; what it returns is overwritten by the next reading. */
export function buildMatterReader(world: UniverseWorld): (moment: BarStep) => Matter {
  const { Senses } = world.stores;
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
    matter.variety = between(ordinaryMatter.variety, varietyOf(world.document), born);
    matter.fan = between(ordinaryMatter.fan, fanOf(world.document), born);
    const struck = Senses.bounces[0] + Senses.collisions[0];
    const kept = Senses.bounces[0] * keptAtBounce(parameters) + Senses.collisions[0] * keptAtCollision(parameters);
    matter.springiness = struck > 0 ? kept / struck : ordinaryMatter.springiness;
    return matter;
  };
}
