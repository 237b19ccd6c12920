import { effect } from '@preact/signals-core';
import type { NotificationAct } from '../../../store/notifications.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    notifications: { act: NotificationAct };
  }
}

const load = () => import('./notifications.ts');

/** News for the user: the bell, its page, and how much is unread. */
export const notificationsFeature = {
  name: 'notifications',
  intents: {
    notifications: ({ act }, { later, store, go }) => later(load, ({ actOnNotifications }) => actOnNotifications(store, act, go)),
  },
  /** News are counted on each page, and in a universe not before it is seen. */
  start({ store }) {
    effect(() => {
      const { route, me, isSeen } = store;
      if (me.value === null || (route.value.page === 'universe' && !isSeen.value)) return;
      // Nobody asked for it: where it can't be fetched, nobody is told.
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
