import { z } from 'zod';
import { storyboardContentSchema } from '../../universe/index.ts';
import { publicUserSchema } from './sharing-schemas.ts';

/** A stored storyboard, as lists show it. */
export const savedStoryboardSchema = z.object({
  id: z.string(),
  title: z.string(),
  duration: z.number(),
  pointCount: z.int(),
  /** Number of its newest version. */
  version: z.int(),
  updatedAt: z.iso.datetime(),
});
export type SavedStoryboard = z.infer<typeof savedStoryboardSchema>;

export const storyboardDetailSchema = savedStoryboardSchema.extend({ content: storyboardContentSchema });
export type StoryboardDetail = z.infer<typeof storyboardDetailSchema>;

export const storyboardVersionSchema = z.object({
  version: z.int(),
  title: z.string(),
  duration: z.number(),
  pointCount: z.int(),
  createdAt: z.iso.datetime(),
  /** The user who stored it; null if their account was deleted. */
  author: publicUserSchema.nullable(),
});
export type StoryboardVersion = z.infer<typeof storyboardVersionSchema>;

export const saveStoryboardSchema = z.strictObject({ content: storyboardContentSchema });

/** `basedOn` is the version that was changed: a newer one is never overwritten. */
export const updateStoryboardSchema = z.strictObject({ content: storyboardContentSchema, basedOn: z.int().min(1) });
