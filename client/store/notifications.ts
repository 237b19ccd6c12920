import type { Notification } from '../../shared/api/accounts/notification-schemas.ts';

/** The user's notifications. */
export interface NotificationsView {
  unread: number;
  status: 'loading' | 'ready' | 'failed';
  message: string;
  notifications: readonly Notification[];
  /** Cursor of the next page, or null at the end. */
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

/** The actions on notifications. */
export type NotificationAct = { kind: 'look' } | { kind: 'more' } | { kind: 'read-all' } | { kind: 'open'; id: string };
