import { z } from 'zod';
import { activityKinds, activityLimits } from './activity.ts';
import { nextCursor, pageFields } from '../contract/query-schemas.ts';
import { personSchema } from '../universes/sharing-schemas.ts';

/** An action of a user, or an attempt on their account. */
export const activitySchema = z.object({
  id: z.string(),
  kind: z.enum(activityKinds),
  /** A single word more: the sign-in method, the role, the visibility. Null if there is nothing to add. */
  detail: z.string().nullable(),
  /** The number of times within an hour; more than one only if equal entries are merged. */
  count: z.int(),
  /** The universe, if the caller may still see it. */
  universe: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The other user, if they still exist. */
  person: personSchema.nullable(),
  createdAt: z.iso.datetime(),
});
export type Activity = z.infer<typeof activitySchema>;

export const activityQuerySchema = z.strictObject(pageFields(activityLimits.page));
export type ActivityQuery = z.output<typeof activityQuerySchema>;

export const activityPageSchema = z.object({ activity: z.array(activitySchema), next: nextCursor });

/** The stored form. */
export const exportedActivitySchema = activitySchema
  .pick({ id: true, kind: true, detail: true, count: true, createdAt: true })
  .extend({ universeId: z.string().nullable(), personId: z.string().nullable() });
