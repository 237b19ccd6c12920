import { z } from 'zod';
import { linesSchema } from '../../text/given-text.ts';
import { nextCursor, pageFields } from '../contract/query-schemas.ts';
import { publicUserSchema } from '../universes/sharing-schemas.ts';
import { commentLimits, threadChoices } from './feedback.ts';

const coordinate = z.number().min(commentLimits.place.min).max(commentLimits.place.max);

/** A place in the scene, in m. */
const placeSchema = z.strictObject({ x: coordinate, y: coordinate, z: coordinate });

const commentText = linesSchema(commentLimits.text);

export const commentSchema = z.object({
  id: z.string(),
  /** Null if it was deleted: then there is no text either. */
  author: publicUserSchema.nullable(),
  text: z.string(),
  isMine: z.boolean(),
  isEdited: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Comment = z.infer<typeof commentSchema>;

/** A comment with its replies. */
export const threadSchema = commentSchema.extend({
  /** Counts the threads of a universe, from 1. */
  number: z.int(),
  isResolved: z.boolean(),
  /** The tick of the run that it is about. */
  tick: z.int().nullable(),
  /** The time of the storyboard on stage that it is about, in whichever run. */
  storySeconds: z.number().nullable(),
  /** The place that it points at. */
  place: placeSchema.nullable(),
  /** Oldest first. */
  replies: z.array(commentSchema),
});
export type Thread = z.infer<typeof threadSchema>;

/** The counts of comments of a universe. */
export const commentCountsSchema = z.object({ commentCount: z.int(), openThreads: z.int() });
export type CommentCounts = z.infer<typeof commentCountsSchema>;

export const threadQuerySchema = z.strictObject({
  threads: z.enum(threadChoices).default('all'),
  ...pageFields(commentLimits.page),
});
export type ThreadQuery = z.output<typeof threadQuerySchema>;

export const threadPageSchema = commentCountsSchema.extend({ threads: z.array(threadSchema), next: nextCursor });

export const writeCommentSchema = z.strictObject({
  text: commentText,
  tick: z.int().min(commentLimits.tick.min).max(commentLimits.tick.max).optional(),
  storySeconds: z.number().min(commentLimits.storySeconds.min).max(commentLimits.storySeconds.max).optional(),
  place: placeSchema.optional(),
});
export type WriteComment = z.output<typeof writeCommentSchema>;

export const commentTextSchema = z.strictObject({ text: commentText });

export const resolveSchema = z.strictObject({ isResolved: z.boolean() });
