import type { NotificationQuery } from '../../../shared/api/accounts/notification-schemas.ts';
import { type LossKind, type NotificationKind, notificationLimits } from '../../../shared/api/feedback/feedback.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import type { CommentRow } from '../../db/repositories/feedback/comments.ts';
import {
  countFavouritesSince,
  countUnread,
  deleteLosses,
  deleteOldNotifications,
  markAllRead,
  markRead,
  type NewNotification,
  type NotificationRow,
  selectNotifications,
  selectNotificationsOf,
  selectSpeakers,
  upsertNotifications,
} from '../../db/repositories/accounts/notifications.ts';
import type { PublicUser } from '../../db/repositories/accounts/users.ts';
import { newId } from '../ids.ts';
import { pageOf, readCursor } from '../lists/list-cursor.ts';

export type NotificationService = ReturnType<typeof createNotificationService>;

/** A notification with its universe and the user who caused it. */
export interface ToldNotification {
  notification: NotificationRow;
  universe: { id: string; name: string };
  actor: PublicUser | null;
}

interface Deed {
  kind: Exclude<NotificationKind, LossKind>;
  /** Distinguishes it from others of its kind. */
  of: string;
  universeId: string;
  /** Null if the user is deleted. */
  actorId: string | null;
  commentId?: string;
  count?: number;
}

/** A universe and its owner. */
interface Owned {
  id: string;
  ownerId: string;
}

interface Loss {
  kind: LossKind;
  actorId: string | null;
}

const dayMs = 24 * 60 * 60 * 1000;
const list = 'notifications';
/** The code of PostgreSQL for a violated foreign key. */
const foreignKeyViolation = '23503';

/** Returns a row for each recipient, except for the user who caused it. */
function rowsOf(userIds: readonly string[], { of, ...deed }: Deed): NewNotification[] {
  const told = userIds.filter((userId) => userId !== deed.actorId);
  return told.map((userId) => ({ ...deed, id: newId(12), userId, topic: `${deed.kind} ${of}`, createdAt: new Date() }));
}

/** Writes notifications, or none if a user or object that they refer to was deleted meanwhile. */
async function keepWhereThere(db: Database, rows: readonly NewNotification[]): Promise<void> {
  try {
    await upsertNotifications(db, rows);
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== foreignKeyViolation) throw error;
  }
}

/**
 * Notifications. They are written after the action is committed, outside its transaction: a recipient may be deleting their account, and
 * the two transactions would deadlock.
 */
export function createNotificationService(db: Database) {
  const keep = (rows: readonly NewNotification[]) => keepWhereThere(db, rows);
  const tell = (userIds: readonly string[], deed: Deed) => keep(rowsOf(userIds, deed));

  return {
    /** Notifies the owner of a comment, and the other authors in the thread of a reply. */
    async commented({ id: universeId, ownerId }: Owned, { id: commentId, threadId, authorId }: CommentRow): Promise<void> {
      const speakers = threadId === null ? [] : await selectSpeakers(db, threadId);
      const deed = { universeId, actorId: authorId!, commentId, of: commentId };
      await tell(speakers, { ...deed, kind: 'reply' });
      if (!speakers.includes(ownerId)) await tell([ownerId], { ...deed, kind: 'comment' });
    },

    reviewed: ({ id: universeId, ownerId }: Owned, actorId: string): Promise<void> =>
      tell([ownerId], { kind: 'review', of: `${universeId} ${actorId}`, universeId, actorId }),

    joined: ({ id: universeId, ownerId }: Owned, actorId: string): Promise<void> =>
      tell([ownerId], { kind: 'joined', of: `${universeId} ${actorId}`, universeId, actorId }),

    transferred: ({ id: universeId, ownerId: actorId }: Owned, heirId: string): Promise<void> =>
      tell([heirId], { kind: 'transferred', of: universeId, universeId, actorId }),

    /** Like `transferred`, from a user who deleted their account. */
    inherited: ({ id: universeId }: Pick<Owned, 'id'>, heirId: string): Promise<void> =>
      tell([heirId], { kind: 'transferred', of: universeId, universeId, actorId: null }),

    /** Notifies collaborators of a universe that they can only copy it now. */
    lost: ({ id, name }: { id: string; name: string }, userIds: readonly string[], { kind, actorId }: Loss): Promise<void> =>
      keep(
        userIds.map((userId) => ({
          kind,
          actorId,
          lostId: id,
          lostName: name,
          id: newId(12),
          userId,
          topic: `${kind} ${id}`,
          createdAt: new Date(),
        })),
      ),

    /** Deletes the notifications that the universe was lost: it is restored. */
    regained: (universeId: string): Promise<void> => deleteLosses(db, universeId),

    /** Combines all users who add a universe to their favourites on one day. */
    async favoured({ id: universeId, ownerId }: Owned, actorId: string): Promise<void> {
      const day = new Date().toISOString().slice(0, 10);
      const count = Math.max(1, await countFavouritesSince(db, universeId, new Date(day)));
      await tell([ownerId], { kind: 'favourite', of: `${universeId} ${day}`, universeId, actorId, count });
    },

    /** Returns a page, newest first. @throws AppError `invalid-input` if the cursor does not belong to this list. */
    async page(userId: string, { cursor, limit }: NotificationQuery): Promise<{ told: ToldNotification[]; next: string | null }> {
      const after = cursor === undefined ? undefined : readCursor(list, cursor);
      const rows = await selectNotifications(db, { userId, after, limit: limit + 1 });
      const { shown, next } = pageOf(list, rows, limit, ({ notification }) => notification.id);
      return { told: shown, next };
    },

    unread: (userId: string): Promise<number> => countUnread(db, userId),

    /** Idempotent. @throws AppError `not-found` */
    async read(userId: string, id: string): Promise<void> {
      if (!(await markRead(db, userId, id, new Date()))) throw refuse('no-notification');
    },

    /** Marks those up to a time as read, including its whole millisecond. */
    readAll: (userId: string, until: Date): Promise<void> => markAllRead(db, userId, new Date(until.getTime() + 1), new Date()),

    /** Returns all notifications of a user, oldest first. */
    allOf: (userId: string): Promise<NotificationRow[]> => selectNotificationsOf(db, userId),

    /** Deletes old notifications. To be called regularly; idempotent. */
    forget: (now: Date): Promise<void> => deleteOldNotifications(db, new Date(now.getTime() - notificationLimits.days * dayMs)),
  };
}
