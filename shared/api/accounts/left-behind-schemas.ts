import { z } from 'zod';

/** Kinds of things that a user may have left with a universe that they can no longer open. */
export const leftBehindKinds = ['comment', 'review', 'note', 'favourite'] as const;

export const leftBehindSchema = z.object({
  kind: z.enum(leftBehindKinds),
  universeId: z.string(),
  /** Only of comments. */
  commentId: z.string().nullable(),
  text: z.string(),
  createdAt: z.iso.datetime(),
});
export type LeftBehind = z.infer<typeof leftBehindSchema>;

export const leftBehindListSchema = z.object({ left: z.array(leftBehindSchema) });
