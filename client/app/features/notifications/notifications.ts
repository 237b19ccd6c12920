import { callApi } from '../../../net/api-client.ts';
import { pathOfNotification } from '../../../store/notification-words.ts';
import type { NotificationAct, NotificationsView } from '../../../store/notifications.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { messageOf } from '../../page/actions.ts';

/** Interval of counting unread notifications while the page is visible. */
const countMs = 60_000;
let isFollowed = false;

/** Counts unread notifications, and again each minute while the page is visible. */
export function followUnread(store: Store): void {
  void count(store);
  if (isFollowed) return;
  isFollowed = true;
  setInterval(() => {
    if (document.visibilityState === 'visible') void count(store);
  }, countMs);
}

/** Loads the count; after a failure it stays as it was until the next minute. */
async function count(store: Store): Promise<void> {
  const me = store.me.value;
  if (!me) return;
  const counted = await callApi('countNotifications', {}).catch(() => null);
  if (counted && store.me.value?.id === me.id) change(store, counted);
}

function change(store: Store, view: Partial<NotificationsView>): void {
  store.notifications.value = { ...store.notifications.value, ...view };
}

/** Performs an action on the notifications. */
export async function actOnNotifications(store: Store, act: NotificationAct, go: (path: string) => void): Promise<void> {
  try {
    await perform(store, act, go);
  } catch (error) {
    if (act.kind === 'look') change(store, { status: 'failed', message: messageOf(error) });
    else showToast(store, 'error', messageOf(error));
  }
}

async function perform(store: Store, act: NotificationAct, go: (path: string) => void): Promise<void> {
  const { notifications, next, isFetchingMore } = store.notifications.value;
  switch (act.kind) {
    case 'look':
      change(store, { status: 'loading' });
      change(store, { ...(await callApi('listNotifications', { query: {} })), status: 'ready', isFetchingMore: false });
      break;
    case 'more': {
      if (next === null || isFetchingMore) return;
      change(store, { isFetchingMore: true });
      const more = await callApi('listNotifications', { query: { cursor: next } }).finally(() => change(store, { isFetchingMore: false }));
      change(store, { ...more, notifications: [...notifications, ...more.notifications] });
      break;
    }
    case 'read-all': {
      const [newest] = notifications;
      if (!newest) return;
      const { unread } = await callApi('readNotifications', { body: { until: newest.createdAt } });
      change(store, { unread, notifications: notifications.map((one) => ({ ...one, isRead: true })) });
      break;
    }
    case 'open': {
      const opened = notifications.find(({ id }) => id === act.id);
      if (!opened) return;
      go(pathOfNotification(opened));
      change(store, { notifications: notifications.map((one) => (one.id === act.id ? { ...one, isRead: true } : one)) });
      change(store, await callApi('readNotification', { params: { id: act.id } }));
      break;
    }
  }
}
