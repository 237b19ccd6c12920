import { z } from 'zod';
import { linesSchema } from '../../text/given-text.ts';
import { nextCursor, pageFields } from '../contract/query-schemas.ts';
import { publicUserSchema } from '../universes/sharing-schemas.ts';
import { reviewLimits } from './feedback.ts';

const stars = z.int().min(reviewLimits.stars.min).max(reviewLimits.stars.max);

/** The rating of a universe; null while there is none. */
export const ratingSchema = z.object({ count: z.int(), mean: z.number() }).nullable();
export const ratedSchema = z.object({ rating: ratingSchema });
export type Rating = z.infer<typeof ratingSchema>;

export const reviewSchema = z.object({
  author: publicUserSchema,
  stars,
  text: z.string(),
  isMine: z.boolean(),
  isEdited: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Review = z.infer<typeof reviewSchema>;

export const reviewQuerySchema = z.strictObject(pageFields(reviewLimits.page));
export type ReviewQuery = z.output<typeof reviewQuerySchema>;

export const reviewPageSchema = ratedSchema.extend({
  /** The caller's own review, at any place in the list. */
  mine: reviewSchema.nullable(),
  reviews: z.array(reviewSchema),
  next: nextCursor,
});

export const writeReviewSchema = z.strictObject({ stars, text: linesSchema(reviewLimits.text).default('') });
export type WriteReview = z.output<typeof writeReviewSchema>;
