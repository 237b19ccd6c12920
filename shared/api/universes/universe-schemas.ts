import { z } from 'zod';
import { rule } from '../../refusals/rule.ts';
import { lineSchema, linesSchema } from '../../text/given-text.ts';
import { documentVersion, givenDocumentSchema, migrateDocument, lockGroups, putForwardSchema, refuseNewer } from '../../universe/index.ts';
import { tagsSchema } from './list-schemas.ts';
import { sharedRoles, universeLimits } from './universe.ts';

const name = lineSchema(universeLimits.name);
const description = linesSchema(universeLimits.description);

const locksSchema = z
  .array(z.enum(lockGroups))
  .max(lockGroups.length)
  .refine((locks) => new Set(locks).size === locks.length, rule('list-repeats'));

const maxSequence = 999_999_999;

/** From a template, as a remix of a universe that the caller may see, or from nothing. */
export const createUniverseSchema = z.union([
  z.strictObject({ templateId: z.string().min(1).max(40), name: name.optional() }),
  /** The present state, or the state after the edit of that number. */
  z.strictObject({ forkOf: z.string().min(1).max(40), at: z.int().min(0).max(maxSequence).optional(), name: name.optional() }),
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
  .refine((patch) => Object.keys(patch).length > 0, rule('nothing-chosen'));

/** Version of the form of files; the documents in them have one of their own. */
const fileVersion = 1;

/** A universe as a file: its description, and its document, of any version there ever was. */
const presentFileSchema = z.strictObject({
  format: z.literal('harmonic-universe'),
  /** Version of the form of the file; its document has one of its own. */
  version: z.literal(fileVersion),
  exportedAt: z.iso.datetime().optional(),
  name,
  description,
  tags: tagsSchema,
  document: z.preprocess(migrateDocument, givenDocumentSchema),
  putForward: putForwardSchema.default([]),
});

export const universeFileSchema = refuseNewer(refuseNewer(presentFileSchema, documentVersion, 'document'), fileVersion);
export type UniverseFile = z.output<typeof universeFileSchema>;
