import { stepBudget } from '../simulation/step-budget.ts';
import type { UniverseDocument } from '../universe/index.ts';

/** Particles that live in the long run, at most as many as there is room for. */
function living({ parameters: { particleCount, emissionRate, particleLifetime, lifetimeVariation } }: UniverseDocument): number {
  return Math.min(particleCount, emissionRate * particleLifetime * (1 + lifetimeVariation / 2));
}

/** Share of the births that are of heavy particles. */
function heavyShare({ emitters }: UniverseDocument): number {
  const all = emitters.reduce((sum, { rate }) => sum + rate, 0);
  return all === 0 ? 0 : emitters.reduce((sum, { rate, mass }) => sum + (mass > 0 ? rate : 0), 0) / all;
}

/**
 * Returns the work of a step as shares of the budget, in the same order for all documents: wells, heavy bodies, neighbours and collisions.
 * What is above 1 takes turns, so that the universe moves less well.
 */
export function burdenOf(document: UniverseDocument): readonly number[] {
  const { collisions, speciesForce, cohesion, separation, alignment } = document.parameters;
  const alive = living(document);
  const heeds = speciesForce > 0 || cohesion > 0 || separation > 0 || alignment > 0;
  return [
    (alive * document.wells.length) / stepBudget.wellPairs,
    (alive * heavyShare(document)) / stepBudget.bodies,
    heeds ? alive / (stepBudget.heed.budget * stepBudget.turns) : 0,
    collisions ? alive / (stepBudget.collide.budget * stepBudget.turns) : 0,
  ];
}
