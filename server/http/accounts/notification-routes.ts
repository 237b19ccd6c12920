import type { Router } from 'express';
import type { Notification } from '../../../shared/api/accounts/notification-schemas.ts';
import { authorizeAccount } from '../../auth/policy.ts';
import type { NotificationService, ToldNotification } from '../../services/accounts/notification-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import { addOpenRoute } from '../requests/route.ts';

/** Adds the routes for notifications of the caller. They create no guest. */
export function addNotificationRoutes(router: Router, { notifications }: { notifications: NotificationService }): void {
  /** Returns the id of the caller if they can have notifications. */
  const allowed = (user: User | null): string => {
    authorizeAccount(user, 'account.notifications');
    return user!.id;
  };
  const unread = async (userId: string) => ({ unread: await notifications.unread(userId) });

  addOpenRoute(router, 'listNotifications', async ({ user, query }) => {
    const userId = allowed(user);
    const { told, next } = await notifications.page(userId, query);
    return { ...(await unread(userId)), notifications: told.map(notificationOf), next };
  });

  addOpenRoute(router, 'countNotifications', async ({ user }) => unread(allowed(user)));

  addOpenRoute(router, 'readNotifications', async ({ user, body }) => {
    const userId = allowed(user);
    await notifications.readAll(userId, new Date(body.until));
    return unread(userId);
  });

  addOpenRoute(router, 'readNotification', async ({ user, params }) => {
    const userId = allowed(user);
    await notifications.read(userId, params.id!);
    return unread(userId);
  });
}

function notificationOf({ notification, universe, actor }: ToldNotification): Notification {
  const { id, kind, count, commentId, readAt, createdAt } = notification;
  return { id, kind, universe, actor, count, commentId, isRead: readAt !== null, createdAt: createdAt.toISOString() };
}
