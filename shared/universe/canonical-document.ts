import { parameterKeys } from '../parameters/index.ts';
import type { UniverseDocument } from './document.ts';
import { emitterFields, wellFields } from './entity-fields.ts';

const emitterKeys = ['id', ...Object.keys(emitterFields)];
const wellKeys = ['id', ...Object.keys(wellFields)];

/** The named values in the order of the names; a negative zero, which JSON does not know, becomes a plain one. */
function ordered<T extends object>(values: T, keys: readonly string[]): T {
  const source = values as Record<string, unknown>;
  return Object.fromEntries(keys.map((key) => [key, source[key] === 0 ? 0 : source[key]])) as T;
}

/** The same document in the one form that it has after any way through JSON and its schema: equal documents give equal text. */
export function canonicalDocument({ version, seed, parameters, emitters, wells, affinities }: UniverseDocument): UniverseDocument {
  return {
    version,
    seed,
    parameters: ordered(parameters, parameterKeys),
    emitters: emitters.map((emitter) => ordered(emitter, emitterKeys)),
    wells: wells.map((well) => ordered(well, wellKeys)),
    affinities: affinities.map((affinity) => (affinity === 0 ? 0 : affinity)),
  };
}
