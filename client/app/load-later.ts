import { effect } from '@preact/signals-core';
import type { Route } from '../store/routes.ts';
import type { Store } from '../store/store.ts';

/** What an open universe needs and the gallery does not: a part of its own, fetched beside what the server is asked. */
export const loadSession = () => {
  const fetched = fetchSession();
  fetched.then(
    () => (isSessionThere = true),
    () => null,
  );
  return fetched;
};
const fetchSession = () => import('./universe/universe-session.ts');
let isSessionThere = false;

/** Whether what a page is made of has come. */
export const hasCodeFor = (page: Route['page']): boolean => isSessionThere || !['open', 'invite', 'universe', 'embed'].includes(page);

/** What somebody says or wants to read of a universe. */
export const loadTalk = () => import('./features/comments/talk.ts');

/** What somebody does about themselves, others and their universes. */
export const loadPersonDesk = () => import('./person-desk.ts');

/** What somebody is told. */
export const loadNotifications = () => import('./features/notifications/notifications.ts');

/** What people make to begin with. */
export const loadTemplates = () => import('./features/templates/templates.ts');

/** What the gallery alone needs. */
export const loadLibrary = async () => ({ ...(await import('./features/gallery/library.ts')), ...(await loadTemplates()) });

/** What only those need who look back. */
export const loadHistory = () => import('./features/history/history.ts');

/** What only those need who open the timeline. */
export const loadTimeline = () => import('./features/storyboard/timeline.ts');

/** What one is told is counted on each page, and in a universe not before it is seen. */
export function countNewsOnceSeen(store: Store): void {
  effect(() => {
    const { route, me, isSeen } = store;
    if (me.value === null || (route.value.page === 'universe' && !isSeen.value)) return;
    // Nobody asked for it: where it can't be fetched, nobody is told.
    queueMicrotask(
      () =>
        void loadNotifications().then(
          ({ followUnread }) => followUnread(store),
          () => null,
        ),
    );
  });
}

/** Colours of species are for panels that come later, and what works them out is large. */
export function loadColoursOnceSeen(store: Store): void {
  const stop = effect(() => {
    if (!store.isSeen.value && store.panel.value !== 'things') return;
    queueMicrotask(() => stop());
    void import('./features/species/species-colours.ts').then(
      ({ followSpeciesColours }) => followSpeciesColours(store),
      // Those panels do without.
      () => null,
    );
  });
}
