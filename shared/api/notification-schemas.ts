import { z } from 'zod';
import { nextCursor, pageFields } from './query-schemas.ts';
import { personSchema } from './sharing-schemas.ts';
import { notificationKinds, notificationLimits } from './talk.ts';

/** Something that others did with what is one's own, or with what one has said. */
export const notificationSchema = z.object({
  id: z.string(),
  kind: z.enum(notificationKinds),
  universe: z.object({ id: z.string(), name: z.string() }),
  /** Who did it, the last of them where several did; null where they are gone. */
  actor: personSchema.nullable(),
  /** How many did it; more than one only where a day's are told together. */
  count: z.int(),
  /** What was said, where that is what it is about. */
  commentId: z.string().nullable(),
  isRead: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const notificationQuerySchema = z.strictObject(pageFields(notificationLimits.page));
export type NotificationQuery = z.output<typeof notificationQuerySchema>;

export const unreadSchema = z.object({ unread: z.int() });

export const notificationPageSchema = unreadSchema.extend({ notifications: z.array(notificationSchema), next: nextCursor });

/** All that came until then: what comes while one reads stays unread. */
export const readAllSchema = z.strictObject({ until: z.iso.datetime() });
