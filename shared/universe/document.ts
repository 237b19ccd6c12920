import { defaultParameters, fieldDefaults, type ParameterValues } from '../parameters/index.ts';
import { type Emitter, emitterFields, type Well, wellFields } from './entity-fields.ts';

/** Version of the document's form. Older documents are lifted by `migrations.ts`. */
export const documentVersion = 1;

export interface UniverseDocument {
  version: typeof documentVersion;
  seed: number;
  parameters: ParameterValues;
  emitters: Emitter[];
  wells: Well[];
}

/** The universe that is there when nothing is chosen: one emitter above one well. */
export function defaultDocument(): UniverseDocument {
  return {
    version: documentVersion,
    seed: 1,
    parameters: { ...defaultParameters },
    emitters: [{ id: 'emitter-1', ...fieldDefaults(emitterFields), y: 6 }],
    wells: [{ id: 'well-1', ...fieldDefaults(wellFields) }],
  };
}
