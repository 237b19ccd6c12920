import { z } from 'zod';
import { storyContentSchema } from '../universe/index.ts';
import { personSchema } from './sharing-schemas.ts';

/** A storyboard that a universe keeps, as lists tell of it. */
export const keptStoryboardSchema = z.object({
  id: z.string(),
  title: z.string(),
  duration: z.number(),
  pointCount: z.int(),
  /** Number of its newest version. */
  version: z.int(),
  updatedAt: z.iso.datetime(),
});
export type KeptStoryboard = z.infer<typeof keptStoryboardSchema>;

export const storyboardDetailSchema = keptStoryboardSchema.extend({ content: storyContentSchema });
export type StoryboardDetail = z.infer<typeof storyboardDetailSchema>;

export const storyboardVersionSchema = z.object({
  version: z.int(),
  title: z.string(),
  duration: z.number(),
  pointCount: z.int(),
  createdAt: z.iso.datetime(),
  /** Whoever kept it; null where they have left for good. */
  author: personSchema.nullable(),
});
export type StoryboardVersion = z.infer<typeof storyboardVersionSchema>;

export const keepStoryboardSchema = z.strictObject({ content: storyContentSchema });

/** `basedOn` is the version that was changed: where there is a newer one, nobody's work is written over. */
export const updateStoryboardSchema = z.strictObject({ content: storyContentSchema, basedOn: z.int().min(1) });
