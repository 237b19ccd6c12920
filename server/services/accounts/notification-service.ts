import type { NotificationQuery } from '../../../shared/api/accounts/notification-schemas.ts';
import { type LossKind, type NotificationKind, notificationLimits } from '../../../shared/api/feedback/talk.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import type { CommentRow } from '../../db/repositories/comments.ts';
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
} from '../../db/repositories/notifications.ts';
import type { PublicUser } from '../../db/repositories/users.ts';
import { newId } from '../ids.ts';
import { pageOf, readCursor } from '../lists/list-cursor.ts';

export type NotificationService = ReturnType<typeof createNotificationService>;

/** What somebody is told, of which universe, and who did it. */
export interface ToldNotification {
  notification: NotificationRow;
  universe: { id: string; name: string };
  actor: PublicUser | null;
}

interface Deed {
  kind: Exclude<NotificationKind, LossKind>;
  /** What tells it from other deeds of its kind. */
  of: string;
  universeId: string;
  /** Null where they are gone. */
  actorId: string | null;
  commentId?: string;
  count?: number;
}

/** A universe and whose it is. */
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
/** Of PostgreSQL, for who or what is gone. */
const foreignKeyViolation = '23503';

/** A row for each user who is told of a deed, but for who did it. */
function rowsOf(userIds: readonly string[], { of, ...deed }: Deed): NewNotification[] {
  const told = userIds.filter((userId) => userId !== deed.actorId);
  return told.map((userId) => ({ ...deed, id: newId(12), userId, topic: `${deed.kind} ${of}`, createdAt: new Date() }));
}

/** Writes notifications, or none where who or what they are of is gone meanwhile. */
async function keepWhereThere(db: Database, rows: readonly NewNotification[]): Promise<void> {
  try {
    await upsertNotifications(db, rows);
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== foreignKeyViolation) throw error;
  }
}

/**
 * What people are told of the deeds of others. It is written when a deed is done and committed, apart from it: who would be told may be
 * deleting themselves, and two transactions would wait for each other.
 */
export function createNotificationService(db: Database) {
  const keep = (rows: readonly NewNotification[]) => keepWhereThere(db, rows);
  const tell = (userIds: readonly string[], deed: Deed) => keep(rowsOf(userIds, deed));

  return {
    /** Tells the owner what was said, and those in a thread what was answered. */
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

    /** As `transferred`, of somebody who has deleted their account. */
    inherited: ({ id: universeId }: Pick<Owned, 'id'>, heirId: string): Promise<void> =>
      tell([heirId], { kind: 'transferred', of: universeId, universeId, actorId: null }),

    /** Tells those who took part in a universe that they can only copy it any more. */
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

    /** Takes back that something was lost: it is there again. */
    regained: (universeId: string): Promise<void> => deleteLosses(db, universeId),

    /** All that make a universe a favourite on one day are told together. */
    async favoured({ id: universeId, ownerId }: Owned, actorId: string): Promise<void> {
      const day = new Date().toISOString().slice(0, 10);
      const count = Math.max(1, await countFavouritesSince(db, universeId, new Date(day)));
      await tell([ownerId], { kind: 'favourite', of: `${universeId} ${day}`, universeId, actorId, count });
    },

    /** The newest first. @throws AppError `invalid-input` where the cursor is not one of this list. */
    async page(userId: string, { cursor, limit }: NotificationQuery): Promise<{ told: ToldNotification[]; next: string | null }> {
      const after = cursor === undefined ? undefined : readCursor(list, cursor);
      const rows = await selectNotifications(db, { userId, after, limit: limit + 1 });
      const { shown, next } = pageOf(list, rows, limit, ({ notification }) => notification.id);
      return { told: shown, next };
    },

    unread: (userId: string): Promise<number> => countUnread(db, userId),

    /** May be done again, and changes nothing then. @throws AppError `not-found` */
    async read(userId: string, id: string): Promise<void> {
      if (!(await markRead(db, userId, id, new Date()))) throw refuse('no-notification');
    },

    /** Those that came until a moment, and within its millisecond. */
    readAll: (userId: string, until: Date): Promise<void> => markAllRead(db, userId, new Date(until.getTime() + 1), new Date()),

    /** All of somebody's, the oldest first. */
    allOf: (userId: string): Promise<NotificationRow[]> => selectNotificationsOf(db, userId),

    /** Forgets what is old. To be called now and then; twice does no harm. */
    forget: (now: Date): Promise<void> => deleteOldNotifications(db, new Date(now.getTime() - notificationLimits.days * dayMs)),
  };
}
