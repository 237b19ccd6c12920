import { z } from 'zod';
import { documentSchema, liftDocument, lockGroups, putForwardSchema } from '../universe/index.ts';
import { tagsSchema } from './list-schemas.ts';
import { sharedRoles, universeLimits } from './universe.ts';

const name = z.string().trim().min(1).max(universeLimits.name.max);
const description = z.string().trim().max(universeLimits.description.max);

const locksSchema = z
  .array(z.enum(lockGroups))
  .max(lockGroups.length)
  .refine((locks) => new Set(locks).size === locks.length, 'must name each once');

const mostSequence = 999_999_999;

/** From a template, as a remix of a universe one may see, or from nothing. */
export const createUniverseSchema = z.union([
  z.strictObject({ templateId: z.string().min(1).max(40), name: name.optional() }),
  /** As it is now, or as it was right after the edit of that number. */
  z.strictObject({ forkOf: z.string().min(1).max(40), at: z.int().min(0).max(mostSequence).optional(), name: name.optional() }),
  z.strictObject({ empty: z.literal(true), name: name.optional() }),
]);

export const updateUniverseSchema = z
  .strictObject({
    name: name.optional(),
    description: description.optional(),
    isPublic: z.boolean().optional(),
    linkRole: z.enum(sharedRoles).optional(),
    tags: tagsSchema.optional(),
    locks: locksSchema.optional(),
    spectatorsWrite: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'must name at least one field');

/** A universe as a file: what it is about, and its document, of any version there ever was. */
export const universeFileSchema = z.strictObject({
  format: z.literal('harmonic-universe'),
  /** Of the form of the file; its document has one of its own. */
  version: z.literal(1),
  exportedAt: z.iso.datetime().optional(),
  name,
  description,
  tags: tagsSchema,
  document: z.preprocess(liftDocument, documentSchema),
  putForward: putForwardSchema.default([]),
});
export type UniverseFile = z.output<typeof universeFileSchema>;
