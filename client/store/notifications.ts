import type { Notification } from '../../shared/api/accounts/notification-schemas.ts';

/** What one is told of the deeds of others. */
export interface NotificationsView {
  unread: number;
  status: 'loading' | 'ready' | 'failed';
  message: string;
  notifications: readonly Notification[];
  /** Cursor of what follows, or null at the end. */
  next: string | null;
  isFetchingMore: boolean;
}

export const noNotifications: NotificationsView = {
  unread: 0,
  status: 'loading',
  message: '',
  notifications: [],
  next: null,
  isFetchingMore: false,
};

/** Everything that can be wanted of them. */
export type NotificationAct = { kind: 'look' } | { kind: 'more' } | { kind: 'read-all' } | { kind: 'open'; id: string };
