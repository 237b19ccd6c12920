import { defaultDocument, type UniverseDocument } from '../../shared/universe/index.ts';

/**
 * Returns a universe that uses most systems: neighbours, species, heavy bodies in a tree, images, variations, bursts, collisions.
 * From 20 000 slots on it exceeds most counts of the step budget, from 70 000 on also the slots that are sorted for neighbours.
 */
export function manifoldDocument(particleCount: number): UniverseDocument {
  const document = defaultDocument();
  const [emitter] = document.emitters;
  const [well] = document.wells;
  Object.assign(document.parameters, {
    particleCount,
    emissionRate: Math.min(200_000, particleCount * 7.5),
    particleLifetime: 2,
    rateVariation: 0.7,
    speedVariation: 0.5,
    lifetimeVariation: 0.8,
    particleRadius: 0.2,
    collisions: true,
    speciesForce: 8,
    cohesion: 0.5,
    alignment: 0.5,
    turbulence: 3,
    boundsSize: 8,
  } satisfies Partial<UniverseDocument['parameters']>);
  document.emitters = [
    { ...emitter, id: 'image', shape: 'image', species: 1, pulse: 0.5 },
    { ...emitter, id: 'bodies', shape: 'sphere', radius: 4, mass: 5, species: 2, orbit: 1 },
    { ...emitter, id: 'ring', shape: 'ring', species: 5 },
  ];
  document.wells = [{ ...well, softening: 2, orbit: 1, listening: 1 }];
  document.affinities = document.affinities.map((_, index) => ((index * 7) % 13) / 6 - 1);
  return document;
}
