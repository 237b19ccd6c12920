import { effect } from '@preact/signals-core';
import type { Store } from '../store/store.ts';

/** What an open universe needs and the gallery does not: a part of its own, fetched beside what the server is asked. */
export const loadSession = () => import('./universe-session.ts');

/** What somebody says or wants to read of a universe. */
export const loadTalk = () => import('./talk/talk.ts');

/** What somebody does about themselves, others and their universes. */
export const loadPersonDesk = () => import('./person-desk.ts');

/** What somebody is told. */
export const loadNotifications = () => import('./notifications.ts');

/** What people make to begin with. */
export const loadTemplates = () => import('./templates.ts');

/** What the gallery alone needs. */
export const loadLibrary = async () => ({ ...(await import('./library.ts')), ...(await loadTemplates()) });

/** What only those need who look back. */
export const loadHistory = () => import('./history.ts');

/** What only those need who open the timeline. */
export const loadTimeline = () => import('./timeline.ts');

/** Colours of species are for panels that come later, and what works them out is large. */
export function loadColoursOnceSeen(store: Store): void {
  const stop = effect(() => {
    if (!store.isSeen.value && store.panel.value !== 'things') return;
    queueMicrotask(() => stop());
    void import('./species-colours.ts').then(({ followSpeciesColours }) => followSpeciesColours(store));
  });
}
