import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf, type TemplateFile, templateFileSchema, type UniverseDocument } from '../../shared/universe/index.ts';

const folder = join(import.meta.dirname, '..', '..', 'assets', 'templates');

/** A built-in template with the whole document that it makes. */
export type ReadTemplate = TemplateFile & { id: string; document: UniverseDocument };

/** Reads a template by its id. */
export function readTemplate(id: string): ReadTemplate {
  const file = templateFileSchema.parse(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')));
  return { ...file, id, document: documentOf(file) };
}

/** Reads every template. */
export function readTemplates(): ReadTemplate[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readTemplate(file.slice(0, -'.json'.length)));
}

/** Returns a document with at most so many particles, born as much more slowly, so that they live as long and move alike. */
export function withParticles(document: UniverseDocument, most: number): UniverseDocument {
  const { particleCount, emissionRate } = document.parameters;
  const share = Math.min(1, most / particleCount);
  return {
    ...document,
    parameters: { ...document.parameters, particleCount: Math.min(most, particleCount), emissionRate: Math.round(emissionRate * share) },
  };
}
