import { z } from 'zod';
import { defaultParameters, fieldDefaults, fieldShape, parameterKeys, parameterValuesSchema } from '../parameters/index.ts';
import { rule } from '../refusals/rule.ts';
import { lineSchema } from '../text/given-text.ts';
import { documentSchema, entityIdSchema } from './document-schema.ts';
import { documentVersion, type UniverseDocument } from './document.ts';
import { emitterFields, wellFields } from './entity-fields.ts';
import { indifference } from './species.ts';
import { refuseNewer } from './newer-version.ts';
import { storyboardContentSchema } from './storyboard/storyboard-schema.ts';
import { onStage } from './storyboard/storyboard.ts';
import { templateLimits } from './template-limits.ts';

/** The description of a template. */
export const templateWords = {
  name: lineSchema(templateLimits.name),
  sentence: lineSchema(templateLimits.sentence),
  category: lineSchema(templateLimits.category),
};

/** Parameters that are put forward in a universe, in place of those that the registry has at hand; empty: the registry's. */
export const putForwardSchema = z
  .array(z.enum(parameterKeys))
  .max(templateLimits.putForward.max)
  .refine((keys) => new Set(keys).size === keys.length, rule('list-repeats'));

/**
 * A template file: what differs from the defaults, and how it presents itself.
 */
const presentTemplateSchema = z.strictObject({
  version: z.literal(documentVersion),
  ...templateWords,
  seed: documentSchema.shape.seed,
  parameters: parameterValuesSchema.partial(),
  emitters: z.array(z.strictObject({ id: entityIdSchema, ...z.object(fieldShape(emitterFields)).partial().shape })),
  wells: z.array(z.strictObject({ id: entityIdSchema, ...z.object(fieldShape(wellFields)).partial().shape })),
  affinities: documentSchema.shape.affinities.optional(),
  /** Plays from the beginning. */
  storyboard: storyboardContentSchema.optional(),
});

export const templateFileSchema = refuseNewer(presentTemplateSchema, documentVersion);
export type TemplateFile = z.infer<typeof templateFileSchema>;

/** Returns the whole document of a template, its gaps filled from the registry. @throws ZodError when it breaks a limit. */
export function documentOf(file: TemplateFile): UniverseDocument {
  return documentSchema.parse({
    version: documentVersion,
    seed: file.seed,
    parameters: { ...defaultParameters, ...file.parameters },
    emitters: file.emitters.map((emitter) => ({ ...fieldDefaults(emitterFields), ...emitter })),
    wells: file.wells.map((well) => ({ ...fieldDefaults(wellFields), ...well })),
    affinities: file.affinities ?? indifference(),
    storyboard: file.storyboard ? { ...onStage(file.storyboard, null), playhead: { seconds: 0, since: 0 } } : null,
  });
}
