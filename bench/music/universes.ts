import fc from 'fast-check';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { documentArbitrary } from '../../tests/support/arbitraries.ts';
import { readTemplates, withParticles } from '../../tests/support/templates.ts';

const randomUniverses = 200;
const seed = 20_260;
/** Slots for particles: the music depends on means, so a few are enough. */
const particlesOfTemplate = 2000;
const particlesOfRandom = 250;

export interface NamedUniverse {
  name: string;
  isTemplate: boolean;
  document: UniverseDocument;
}

/** Returns all templates, and random universes that are the same in every run. */
export function universesToHear(): NamedUniverse[] {
  const templates = readTemplates().map(({ id, document }) => ({
    name: id,
    isTemplate: true,
    document: withParticles(document, particlesOfTemplate),
  }));
  const random = fc.sample(documentArbitrary, { seed, numRuns: randomUniverses }).map((document, index) => ({
    name: `random ${index}`,
    isTemplate: false,
    document: withParticles(document, particlesOfRandom),
  }));
  return [...templates, ...random];
}
