import { z } from 'zod';
import { defaultParameters, fieldDefaults, fieldShape, parameterValuesSchema } from '../parameters/index.ts';
import { documentSchema, entityIdSchema } from './document-schema.ts';
import { documentVersion, type UniverseDocument } from './document.ts';
import { emitterFields, wellFields } from './entity-fields.ts';
import { indifference } from './species.ts';

/**
 * A template file: what differs from the defaults, and how it presents itself.
 * `name` ≤ 100 and `sentence` ≤ 500 characters, as of a universe.
 */
export const templateFileSchema = z.strictObject({
  version: z.literal(documentVersion),
  name: z.string().trim().min(1).max(100),
  sentence: z.string().trim().min(1).max(500),
  category: z.string().trim().min(1).max(40),
  seed: documentSchema.shape.seed,
  parameters: parameterValuesSchema.partial(),
  emitters: z.array(z.strictObject({ id: entityIdSchema, ...z.object(fieldShape(emitterFields)).partial().shape })),
  wells: z.array(z.strictObject({ id: entityIdSchema, ...z.object(fieldShape(wellFields)).partial().shape })),
  affinities: documentSchema.shape.affinities.optional(),
});

export type TemplateFile = z.infer<typeof templateFileSchema>;

/** The whole document that a template stands for, its gaps filled from the registry. @throws ZodError where it breaks a limit. */
export function documentOf(file: TemplateFile): UniverseDocument {
  return documentSchema.parse({
    version: documentVersion,
    seed: file.seed,
    parameters: { ...defaultParameters, ...file.parameters },
    emitters: file.emitters.map((emitter) => ({ ...fieldDefaults(emitterFields), ...emitter })),
    wells: file.wells.map((well) => ({ ...fieldDefaults(wellFields), ...well })),
    affinities: file.affinities ?? indifference(),
  });
}
