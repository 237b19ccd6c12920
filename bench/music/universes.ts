import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { documentOf, templateFileSchema, type UniverseDocument } from '../../shared/universe/index.ts';
import { documentArbitrary } from '../../tests/support/arbitraries.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'assets', 'templates');
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

function withParticles(document: UniverseDocument, most: number): UniverseDocument {
  const particleCount = Math.min(most, document.parameters.particleCount);
  return { ...document, parameters: { ...document.parameters, particleCount } };
}

/** Returns all templates, and random universes that are the same in every run. */
export function universesToHear(): NamedUniverse[] {
  const templates = readdirSync(folder).map((file) => {
    const stored = templateFileSchema.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
    return { name: path.basename(file, '.json'), isTemplate: true, document: withParticles(documentOf(stored), particlesOfTemplate) };
  });
  const random = fc.sample(documentArbitrary, { seed, numRuns: randomUniverses }).map((document, index) => ({
    name: `random ${index}`,
    isTemplate: false,
    document: withParticles(document, particlesOfRandom),
  }));
  return [...templates, ...random];
}
