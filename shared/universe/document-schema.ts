import { z } from 'zod';
import { fieldShape, parameterValuesSchema } from '../parameters/index.ts';
import { rule } from '../refusals/rule.ts';
import { documentVersion } from './document.ts';
import { emitterFields, maxEmitters, maxWells, wellFields } from './entity-fields.ts';
import { affinityCount, speciesCount } from './species.ts';
import { givenStoryboardSchema, storyboardSchema } from './storyboard/storyboard-schema.ts';

/** Id of an emitter or a well: chosen by the client that adds it, unique in its list. */
export const entityIdSchema = z.string().regex(/^[a-z0-9-]{1,24}$/, rule('id-form'));

export const emitterSchema = z.strictObject({ id: entityIdSchema, ...fieldShape(emitterFields) });
export const wellSchema = z.strictObject({ id: entityIdSchema, ...fieldShape(wellFields) });

export const affinitySchema = z.number().min(-1).max(1);
export const speciesSchema = z
  .int()
  .min(0)
  .max(speciesCount - 1);

const uniqueIds = (list: readonly { id: string }[]) => new Set(list.map((entry) => entry.id)).size === list.length;

/** The universe document. With its seed and the log of edits it determines everything that follows. */
export const documentSchema = z.strictObject({
  version: z.literal(documentVersion),
  /** Seed of the one generator that the simulation draws from. */
  seed: z.int().min(0).max(0xffffffff),
  parameters: parameterValuesSchema,
  emitters: z.array(emitterSchema).max(maxEmitters).refine(uniqueIds, rule('ids-not-unique')),
  wells: z.array(wellSchema).max(maxWells).refine(uniqueIds, rule('ids-not-unique')),
  affinities: z.array(affinitySchema).length(affinityCount),
  storyboard: storyboardSchema.nullable(),
});

/** A document from a user, whose texts are checked as all texts from users are. */
export const givenDocumentSchema = documentSchema.extend({ storyboard: givenStoryboardSchema.nullable() });
