import { z } from 'zod';

/** What somebody may have left with a universe that they can not open any more. */
export const leftBehindKinds = ['comment', 'review', 'note', 'favourite'] as const;

export const leftBehindSchema = z.object({
  kind: z.enum(leftBehindKinds),
  universeId: z.string(),
  /** Of comments alone. */
  commentId: z.string().nullable(),
  text: z.string(),
  createdAt: z.iso.datetime(),
});
export type LeftBehind = z.infer<typeof leftBehindSchema>;

export const leftBehindListSchema = z.object({ left: z.array(leftBehindSchema) });
