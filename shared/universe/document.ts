import { defaultParameters, fieldDefaults, type ParameterValues } from '../parameters/index.ts';
import { type Emitter, emitterFields, type Well, wellFields } from './entity-fields.ts';
import { indifference } from './species.ts';
import type { Storyboard } from './storyboard/storyboard.ts';

/** Version of the document's form. Older documents are migrated by `migrations.ts`. */
export const documentVersion = 4;

export interface UniverseDocument {
  version: typeof documentVersion;
  seed: number;
  parameters: ParameterValues;
  emitters: Emitter[];
  wells: Well[];
  /** The attraction of each species to each, −1..1: see `affinityIndex`. */
  affinities: number[];
  /** The storyboard that moves its values, if any. */
  storyboard: Storyboard | null;
}

/** Returns the default universe: one emitter above one well. */
export function defaultDocument(): UniverseDocument {
  return {
    version: documentVersion,
    seed: 1,
    parameters: { ...defaultParameters },
    emitters: [{ id: 'emitter-1', ...fieldDefaults(emitterFields), y: 6 }],
    wells: [{ id: 'well-1', ...fieldDefaults(wellFields) }],
    affinities: indifference(),
    storyboard: null,
  };
}
