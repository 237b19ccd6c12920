import { parameterGroups, registry } from '../parameters/index.ts';
import { documentSchema, emitterFields, type UniverseDocument, wellFields } from '../universe/index.ts';
import type { UniverseState } from './state.ts';

const emitterNames = ['id', ...Object.keys(emitterFields)];
const wellNames = ['id', ...Object.keys(wellFields)];

/**
 * Reads the document from the state of a room, for a client that follows the state instead of the log of edits. @throws ZodError when it
 * holds none.
 */
export function documentOfState(state: UniverseState): UniverseDocument {
  const { version, seed, affinities, storyboard } = state;
  return documentSchema.parse({
    version,
    seed,
    parameters: Object.assign({}, ...parameterGroups.map((group) => pick(state[group], Object.keys(registry[group])))),
    emitters: [...state.emitters.values()].map((emitter) => pick(emitter, emitterNames)),
    wells: [...state.wells.values()].map((well) => pick(well, wellNames)),
    affinities: [...affinities],
    storyboard: storyboard === '' ? null : JSON.parse(storyboard),
  });
}

function pick(source: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(source, name)]));
}
