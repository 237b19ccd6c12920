import { effect } from '@preact/signals-core';
import type { NotificationAct } from '../../../store/notifications.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    notifications: { act: NotificationAct };
  }
}

const load = () => import('./notifications.ts');

/** The user's notifications: the bell, its page, and the unread count. */
export const notificationsFeature = {
  name: 'notifications',
  menu: [
    {
      order: 10,
      icon: 'bell',
      label: 'Notifications',
      intent: { kind: 'navigate', path: '/notifications' },
      unread: { label: 'Notifications, {unread} unread', count: (store) => store.notifications.value.unread },
    },
  ],
  intents: {
    notifications: ({ act }, { later, store, go }) => later(load, ({ actOnNotifications }) => actOnNotifications(store, act, go)),
  },
  /** Counts notifications on each page, but in a universe only once it is visible. */
  start({ store }) {
    effect(() => {
      const { route, me, isSeen } = store;
      if (me.value === null || (route.value.page === 'universe' && !isSeen.value)) return;
      // The user did not ask for it, so a failure is silent.
      queueMicrotask(
        () =>
          void load().then(
            ({ followUnread }) => followUnread(store),
            () => null,
          ),
      );
    });
  },
} satisfies Feature;
