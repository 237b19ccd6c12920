import { z } from 'zod';
import { parameterKeys, parameterPatchSchema } from '../../parameters/index.ts';
import { rule } from '../../refusals/rule.ts';
import { documentSchema, putForwardSchema, templateWords } from '../../universe/index.ts';
import { wordsSchema } from './list-schemas.ts';
import { nextCursor, pageFields } from '../contract/query-schemas.ts';
import { publicUserSchema } from './sharing-schemas.ts';
import { templateCounts, templateLists } from './templates.ts';

export const templateSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  sentence: z.string(),
  category: z.string(),
  /** Path of the thumbnail, or null if there is none yet. */
  thumbnail: z.string().nullable(),
  /** The author; null for templates of the product. */
  owner: publicUserSchema.nullable(),
  isMine: z.boolean(),
  /** True when it is public. */
  isPublic: z.boolean(),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

export const templateDetailSchema = templateSummarySchema.extend({
  /** The parameters at hand in a universe that begins with it; empty: those of the registry. */
  putForward: z.array(z.enum(parameterKeys)),
  document: documentSchema,
});
export type TemplateDetail = z.infer<typeof templateDetailSchema>;

export const templateQuerySchema = z.strictObject({
  list: z.enum(templateLists).default('built-in'),
  q: wordsSchema.optional(),
  ...pageFields(templateCounts.page),
});
export type TemplateQuery = z.output<typeof templateQuerySchema>;

export const templatePageSchema = z.object({ templates: z.array(templateSummarySchema), next: nextCursor });

/** Made of the present state of a universe. */
export const createTemplateSchema = z.strictObject({
  universeId: z.string().min(1).max(24),
  ...templateWords,
  isPublic: z.boolean().default(false),
  putForward: putForwardSchema.default([]),
});

/** `parameters` are values that universes of it begin with; parameters that are not named stay. */
export const updateTemplateSchema = z
  .strictObject({
    ...z.object(templateWords).partial().shape,
    isPublic: z.boolean().optional(),
    putForward: putForwardSchema.optional(),
    parameters: parameterPatchSchema.optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, rule('nothing-chosen'));
