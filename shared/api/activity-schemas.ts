import { z } from 'zod';
import { activityKinds, activityLimits } from './activity.ts';
import { nextCursor, pageFields } from './query-schemas.ts';
import { personSchema } from './sharing-schemas.ts';

/** Something that somebody did, or that was tried with their account. */
export const activitySchema = z.object({
  id: z.string(),
  kind: z.enum(activityKinds),
  /** In a word: the way in, the role, who may come in. Null where there is nothing to add. */
  detail: z.string().nullable(),
  /** How often, within an hour; more than once only where the same is told together. */
  count: z.int(),
  /** In which universe, where whoever asks may still see it. */
  universe: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Of whom, where they are still there. */
  person: personSchema.nullable(),
  createdAt: z.iso.datetime(),
});
export type Activity = z.infer<typeof activitySchema>;

export const activityQuerySchema = z.strictObject(pageFields(activityLimits.page));
export type ActivityQuery = z.output<typeof activityQuerySchema>;

export const activityPageSchema = z.object({ activity: z.array(activitySchema), next: nextCursor });

/** As it is kept. */
export const exportedActivitySchema = activitySchema
  .pick({ id: true, kind: true, detail: true, count: true, createdAt: true })
  .extend({ universeId: z.string().nullable(), personId: z.string().nullable() });
