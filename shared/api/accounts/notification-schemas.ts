import { z } from 'zod';
import { nextCursor, pageFields } from '../contract/query-schemas.ts';
import { publicUserSchema } from '../universes/sharing-schemas.ts';
import { notificationKinds, notificationLimits } from '../feedback/feedback.ts';

/** News for a user: what others did with their things, or in reply to their comments. */
export const notificationSchema = z.object({
  id: z.string(),
  kind: z.enum(notificationKinds),
  universe: z.object({ id: z.string(), name: z.string() }),
  /** The user who did it, the last of them if several did; null if their account was deleted. */
  actor: publicUserSchema.nullable(),
  /** The number of users who did it; more than one only if those of a day are merged. */
  count: z.int(),
  /** The text, if it is about one. */
  commentId: z.string().nullable(),
  isRead: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const notificationQuerySchema = z.strictObject(pageFields(notificationLimits.page));
export type NotificationQuery = z.output<typeof notificationQuerySchema>;

export const unreadSchema = z.object({ unread: z.int() });

export const notificationPageSchema = unreadSchema.extend({ notifications: z.array(notificationSchema), next: nextCursor });

/** All notifications up to that time: later ones stay unread. */
export const readAllSchema = z.strictObject({ until: z.iso.datetime() });
